using FluentValidation;

namespace EdgeZone.Emulator.Validation;

/// <summary>A validator of one action's request: it reports one fault, the first in the order of its rules.</summary>
internal abstract class RequestValidator<TRequest> : AbstractValidator<TRequest>
{
    protected RequestValidator()
    {
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleLevelCascadeMode = CascadeMode.Stop;
    }
}
