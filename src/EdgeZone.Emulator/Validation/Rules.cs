using System.Numerics;
using FluentValidation;
using FluentValidation.Results;

namespace EdgeZone.Emulator.Validation;

/// <summary>The words in which validators are written. A fault names the parameter and the value; an absent value satisfies every rule.</summary>
internal static class Rules
{
    /// <summary>The longest name of an instance or a network, in characters. https://www.tencentcloud.com/document/api/1230/79075</summary>
    public const int LongestName = 60;

    /// <summary>The longest line of a public network, in characters.</summary>
    public const int LongestLine = 32;

    /// <summary>The most values of a list filter or of a batch. https://www.tencentcloud.com/document/api/1230/79074</summary>
    private const int LongestList = 100;

    private const int LargestPage = 100;

    /// <summary>The one that all others are made of: refuses a value, and says why in one sentence.</summary>
    /// <remarks>The library would fill in placeholders of its own in a message; this sentence may repeat a value with braces in it.</remarks>
    public static IRuleBuilder<T, TValue> Refused<T, TValue>(this IRuleBuilder<T, TValue> rule, Predicate<TValue> when, Func<TValue, string> sentence) =>
        rule.Refused(when, (value, _) => sentence(value));

    public static IRuleBuilder<T, TValue> Refused<T, TValue>(this IRuleBuilder<T, TValue> rule, Predicate<TValue> when, string sentence) =>
        rule.Refused(when, (_, _) => sentence);

    /// <summary>Refuses a value that is not as it has to be: <c>not at least 1</c>.</summary>
    public static IRuleBuilder<T, TValue> Is<T, TValue>(this IRuleBuilder<T, TValue> rule, Predicate<TValue> so, string what) =>
        rule.Refused(value => !so(value), (value, parameter) => $"The value `{value}` of parameter `{parameter}` is not {what}.");

    public static IRuleBuilder<T, TNumber> InRange<T, TNumber>(this IRuleBuilder<T, TNumber> rule, TNumber from, TNumber to)
        where TNumber : struct, INumber<TNumber> =>
        rule.Is(number => number >= from && number <= to, $"between {from} and {to}");

    public static IRuleBuilder<T, TNumber?> InRange<T, TNumber>(this IRuleBuilder<T, TNumber?> rule, TNumber from, TNumber to)
        where TNumber : struct, INumber<TNumber> =>
        rule.Is(number => number >= from && number <= to, $"between {from} and {to}");

    public static IRuleBuilder<T, long?> NotNegative<T>(this IRuleBuilder<T, long?> rule) =>
        rule.Refused(number => number < 0, (number, parameter) => $"The value `{number}` of parameter `{parameter}` is negative.");

    /// <summary>The size of a page: 1 to 100.</summary>
    public static IRuleBuilder<T, TNumber?> PageSize<T, TNumber>(this IRuleBuilder<T, TNumber?> rule) where TNumber : struct, INumber<TNumber> =>
        rule.InRange(TNumber.One, TNumber.CreateChecked(LargestPage));

    /// <summary>1 to 60 characters.</summary>
    public static IRuleBuilder<T, string?> Name<T>(this IRuleBuilder<T, string?> rule) => rule.Characters(1, LongestName);

    public static IRuleBuilder<T, string?> Characters<T>(this IRuleBuilder<T, string?> rule, int from, int to) =>
        rule.Is(text => CharactersOf(text!) is var characters && characters >= from && characters <= to, $"{from} to {to} characters long");

    /// <summary>One of a few words.</summary>
    public static IRuleBuilder<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, Predicate<string> isKnown, string known) =>
        rule.Is(word => isKnown(word!), $"one of {known}");

    /// <summary>A list of a few words.</summary>
    public static IRuleBuilder<T, IReadOnlyList<string>?> EachOneOf<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> rule, Predicate<string> isKnown, string known) =>
        rule.Refused(
            words => !words!.All(word => isKnown(word)),
            (words, parameter) => $"The value `{words!.First(word => !isKnown(word))}` of parameter `{parameter}` is not one of {known}.");

    public static IRuleBuilder<T, IReadOnlyList<string>?> AtLeastOne<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Refused(items => items!.Count == 0, (_, parameter) => $"The parameter `{parameter}` has no values.");

    public static IRuleBuilder<T, IReadOnlyList<string>?> AtMost100<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Refused(
            items => items!.Count > LongestList,
            (items, parameter) => $"The parameter `{parameter}` has {items!.Count} values, more than {LongestList}.");

    private static IRuleBuilder<T, TValue> Refused<T, TValue>(this IRuleBuilder<T, TValue> rule, Predicate<TValue> when, Func<TValue, string, string> sentence)
    {
        rule.Custom((value, context) =>
        {
            if (value is not null && when(value))
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, sentence(value, context.PropertyPath)));
            }
        });
        return rule;
    }

    /// <summary>How many characters a text has; one outside the basic plane counts once.</summary>
    public static int CharactersOf(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
