using System.Linq.Expressions;
using EdgeZone.Emulator.Domain.Errors;
using FluentValidation;

namespace EdgeZone.Emulator.Validation;

/// <summary>Rules that several actions share. Each names the parameter and the value; an absent value satisfies every rule.</summary>
internal static class FieldRules
{
    /// <summary>The longest name of an instance or a network, in characters. https://www.tencentcloud.com/document/api/1230/79075</summary>
    public const int LongestName = 60;

    /// <summary>The most values of a list filter or of a batch. https://www.tencentcloud.com/document/api/1230/79074</summary>
    public const int LongestList = 100;

    private const int LargestPage = 100;

    /// <summary>1 to 60 characters.</summary>
    public static void Name<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> field, string parameter, string code) =>
        validator.RuleFor(field)
            .Must(name => name is null || (name.Length > 0 && name.EnumerateRunes().Count() <= LongestName))
            .WithErrorCode(code)
            .WithMessage((_, name) => $"The value `{name}` of parameter `{parameter}` is not 1 to {LongestName} characters long.");

    /// <summary>At most 100 values.</summary>
    public static void AtMost100<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<string>?>> field, string parameter, string code) =>
        validator.RuleFor(field)
            .Must(items => items is null || items.Count <= LongestList)
            .WithErrorCode(code)
            .WithMessage((_, items) => $"The parameter `{parameter}` has {items?.Count} values, more than {LongestList}.");

    /// <summary>An offset that is not negative and a limit of 1 to 100.</summary>
    public static void Page<T>(this AbstractValidator<T> validator, Expression<Func<T, long?>> offset, Expression<Func<T, long?>> limit)
    {
        validator.RuleFor(offset)
            .Must(value => value is null or >= 0)
            .WithErrorCode(ErrorCodes.InvalidParameter)
            .WithMessage((_, value) => $"The value `{value}` of parameter `Offset` is negative.");
        validator.RuleFor(limit)
            .Must(value => value is null or (>= 1 and <= LargestPage))
            .WithErrorCode(ErrorCodes.InvalidParameter)
            .WithMessage((_, value) => $"The value `{value}` of parameter `Limit` is not between 1 and {LargestPage}.");
    }

    /// <summary>As <see cref="Page{T}(AbstractValidator{T}, Expression{Func{T, long?}}, Expression{Func{T, long?}})"/>, of an action whose limit is unsigned.</summary>
    public static void PageLimit<T>(this AbstractValidator<T> validator, Expression<Func<T, ulong?>> limit) =>
        validator.RuleFor(limit)
            .Must(value => value is null or (>= 1 and <= LargestPage))
            .WithErrorCode(ErrorCodes.InvalidParameter)
            .WithMessage((_, value) => $"The value `{value}` of parameter `Limit` is not between 1 and {LargestPage}.");

    /// <summary>One of a few words.</summary>
    public static void Word<T>(
        this AbstractValidator<T> validator, Expression<Func<T, string?>> field, string parameter, string code, Func<string, bool> isKnown, string known) =>
        validator.RuleFor(field)
            .Must(word => word is null || isKnown(word))
            .WithErrorCode(code)
            .WithMessage((_, word) => $"The value `{word}` of parameter `{parameter}` is not one of {known}.");

    /// <summary>A list of few words.</summary>
    public static void Words<T>(
        this AbstractValidator<T> validator,
        Expression<Func<T, IReadOnlyList<string>?>> field,
        string parameter,
        string code,
        Func<string, bool> isKnown,
        string known) =>
        validator.RuleFor(field)
            .Must(words => words is null || words.All(isKnown))
            .WithErrorCode(code)
            .WithMessage((_, words) => $"The value `{words?.First(word => !isKnown(word))}` of parameter `{parameter}` is not one of {known}.");
}
