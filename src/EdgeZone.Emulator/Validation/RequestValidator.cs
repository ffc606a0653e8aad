using EdgeZone.Emulator.Domain.Errors;
using FluentValidation;
using FluentValidation.Results;

namespace EdgeZone.Emulator.Validation;

/// <summary>A validator of one action's request: it reports one fault, the first in the order of its rules, under the action's code for it.</summary>
internal abstract class RequestValidator<TRequest> : AbstractValidator<TRequest>
{
    private readonly string _code;

    protected RequestValidator(string code = ErrorCodes.InvalidParameter)
    {
        _code = code;
        ClassLevelCascadeMode = CascadeMode.Stop;
        RuleLevelCascadeMode = CascadeMode.Stop;
    }

    public override ValidationResult Validate(ValidationContext<TRequest> context)
    {
        var result = base.Validate(context);
        foreach (var fault in result.Errors)
        {
            fault.ErrorCode ??= _code;
        }

        return result;
    }
}
