using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>Shorthand of these tests: binding and evaluating texts in one scope.</summary>
internal static class Rules
{
    private static readonly RuleType Event = RuleType.Of(new EventShape());

    public static readonly Scope Scope = new Scope(typeof(Scene))
        .With(Read("day", RuleType.Date, nameof(Scene.Day)))
        .With(Read("happened", Event, nameof(Scene.Happened)))
        .With(Read("subject", Event, nameof(Scene.Subject)))
        .With(Read("events", RuleType.ListOf(Event), nameof(Scene.Events)))
        .With(Read("entries", RuleType.ListOf(RuleType.Of(new EntryShape())), nameof(Scene.Entries)))
        .With(Read("amounts", RuleType.ListOf(RuleType.Number), nameof(Scene.Amounts)))
        .With(Read("gaps", RuleType.ListOf(RuleType.Number.OrMissing()), nameof(Scene.Gaps)))
        .With(Read("words", RuleType.ListOf(RuleType.Text), nameof(Scene.Words)))
        .With(Read("a", RuleType.Date, nameof(Scene.A)))
        .With(Read("b", RuleType.Date, nameof(Scene.B)))
        .With(Read("maybe", RuleType.Date.OrMissing(), nameof(Scene.Maybe)))
        .With(Read("n", RuleType.Integer, nameof(Scene.N)))
        .With(Read("x", RuleType.Number, nameof(Scene.X)))
        .With(Read("gap", RuleType.Number.OrMissing(), nameof(Scene.Gap)))
        .With(Read("perhaps", RuleType.Boolean.OrMissing(), nameof(Scene.Perhaps)))
        .With(Read("nothing", RuleType.Text.OrMissing(), nameof(Scene.Nothing)));

    public static Variable Read(string name, RuleType type, string property) =>
        new(name, type, scene => Expression.Property(scene, property));

    /// <summary>A formula that must bind without an error.</summary>
    public static Formula<T> Bind<T>(string text, Scope? scope = null, Formula? given = null)
    {
        var flaws = new List<Flaw>();
        var formula = RuleCompiler.Compile<T>(RuleText.Bare(text), scope ?? Scope, flaws, given);
        Assert.That(flaws.Where(flaw => flaw.Severity == Severity.Error), Is.Empty, text);
        return formula!;
    }

    public static object? Value(string text, Scene? scene = null) =>
        Bind<object>(text).Evaluate(scene ?? new Scene());

    public static List<Flaw> Flaws<T>(string text, Scope? scope = null, Formula? given = null)
    {
        var flaws = new List<Flaw>();
        var formula = RuleCompiler.Compile<T>(RuleText.Bare(text), scope ?? Scope, flaws, given);
        Assert.That(formula is null, Is.EqualTo(flaws.Exists(flaw => flaw.Severity == Severity.Error)));
        return flaws;
    }

    public static DateOnly Date(string text) => DateOnly.Parse(text);
}
