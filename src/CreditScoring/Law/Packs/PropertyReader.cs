using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Packs;

/// <summary>
/// The Properties of one rule: what is ours in a workflow file. Of a property marked ƒ a text is an
/// expression, a number or a boolean is itself; all are bound in the scope of the rule.
/// </summary>
public sealed class PropertyReader
{
    private readonly ObjectReader? reader;
    private readonly JsonPiece? piece;
    private readonly Scope scope;
    private readonly Formula? given;
    private readonly ICollection<Flaw> flaws;
    private readonly List<Formula> formulas = [];

    public PropertyReader(JsonPiece? piece, Scope scope, Formula? given, ICollection<Flaw> flaws)
    {
        this.piece = piece is { IsNull: false } ? piece : null;
        this.scope = scope;
        this.given = given;
        this.flaws = flaws;
        reader = this.piece is null ? null : new ObjectReader(this.piece, flaws);
    }

    /// <summary>The expressions read so far.</summary>
    public IReadOnlyList<Formula> Formulas => formulas;

    public string? Text(WrittenProperty property) => reader?.Text(property.Name);

    /// <summary>A property in both languages.</summary>
    public Wording? Wording(WrittenProperty property) => reader?.Wording(property.Name);

    /// <summary>Where a property stands that is there.</summary>
    public Place PlaceOf(RuleProperty property) => piece![property.Name]!.Place;

    /// <summary>A text that is one of the property's words.</summary>
    public string? OneOf(WrittenProperty property)
    {
        var text = Text(property);
        if (text is not null && property.Words.All(word => word.Text != text))
        {
            var list = string.Join(", ", property.Words.Select(word => word.Text));
            flaws.Add(ObjectReader.WrongType(
                piece![property.Name]!, $"one of {list}", $"其中之一：{list}"));
        }

        return text;
    }

    /// <summary>A property marked ƒ.</summary>
    public Formula<T>? Formula<T>(ReckonedProperty<T> property) => Formula(property, scope);

    /// <summary>The same with a scope wider than the rule's.</summary>
    public Formula<T>? Formula<T>(ReckonedProperty<T> property, Scope wider) =>
        RuleOf(property.Name) is { } rule ? Kept(RuleCompiler.Compile<T>(rule, wider, flaws, given)) : null;

    /// <summary>A property marked ƒ of whatever type it has.</summary>
    public Formula? Formula(string name) => RuleOf(name) is { } rule
        ? Kept(RuleCompiler.Compile(rule, scope, flaws, given)) : null;

    /// <summary>Finds fault with properties that the role does not have.</summary>
    public void Close() => reader?.Close();

    private T? Kept<T>(T? formula)
        where T : Formula
    {
        if (formula is not null)
        {
            formulas.Add(formula);
        }

        return formula;
    }

    private RuleText? RuleOf(string name)
    {
        var value = reader?.Any(name);
        return value switch
        {
            null or { Kind: JsonKind.Null } => null,
            { Formula: not null } => value.AsRule(),
            { Value: bool flag } => value.AsRule(flag ? "true" : "false"),
            { Value: decimal number } => value.AsRule(number.ToString(CultureInfo.InvariantCulture)),
            _ => Refused(value),
        };
    }

    private RuleText? Refused(JsonPiece value)
    {
        flaws.Add(
            ObjectReader.WrongType(value, "an expression, a number or a boolean", "表达式、数字或 true/false"));
        return null;
    }
}
