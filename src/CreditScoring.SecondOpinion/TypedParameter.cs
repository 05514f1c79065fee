using System.Collections.Concurrent;
using System.Reflection;
using RulesEngine.Models;

namespace CreditScoring.SecondOpinion;

/// <summary>Parameters whose type is said, so that nulls have one.</summary>
internal static class TypedParameter
{
    private static readonly ConcurrentDictionary<Type, Func<string, object?, RuleParameter>> Makers = new();

    public static RuleParameter Of(string name, Type type, object? value) => Makers.GetOrAdd(
        type, static made => (Func<string, object?, RuleParameter>)Delegate.CreateDelegate(
            typeof(Func<string, object?, RuleParameter>),
            typeof(TypedParameter).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(made)))(name, value);

    private static RuleParameter Make<T>(string name, object? value) => RuleParameter.Create(name, (T)value!);
}
