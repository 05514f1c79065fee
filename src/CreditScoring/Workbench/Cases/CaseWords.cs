using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Workbench.Cases;

/// <summary>
/// A worked example in words: what happens and what must come of it, by the titles that the pack and the
/// catalogue give. Its name says why it is there, in whatever language its author wrote.
/// </summary>
public sealed class CaseWords(Case tried, RulePack pack, string language)
{
    private readonly CaseTitles titles = new(pack, language);

    /// <summary>The events in the order of the case, each with what was sent of it.</summary>
    public IEnumerable<string> Given => tried.Events.Select(Told);

    /// <summary>What must stand on each day that the case asks about.</summary>
    public IEnumerable<string> Expected => tried.Expectations.Select(each =>
        $"{each.On:yyyy-MM-dd}{Colon}"
        + Joined(each.Expected.Properties.Where(member => member.Name != "on").Select(Member)));

    private string Colon => titles.Say("：", ": ");

    private string Comma => titles.Say("，", ", ");

    private string Joined(IEnumerable<string> parts) => string.Join(titles.Say("；", "; "), parts);

    private string Told(RegulatoryEvent happened)
    {
        var said = happened.Kind.Fields.Select((field, place) => (field, Value: happened.Values[place]))
            .Where(each => each.Value is not null and not false && !Equals(each.Value, each.field.Default))
            .Select(each => FieldText.Short(each.field.Label, language) + " "
                + FieldText.Of(each.field, each.Value, language))
            .ToArray();
        var about = happened.ActsOn is { } target && Event($"{target}") is { } named
            ? titles.Say($"（针对{named}）", $" (on {named})") : "";
        return Named(happened) + about + (said.Length == 0 ? "" : Colon + string.Join(Comma, said));
    }

    private string Named(RegulatoryEvent happened) =>
        $"{happened.DecidedOn ?? happened.OccurredOn:yyyy-MM-dd} {happened.Kind.Label.In(language)}";

    /// <summary>An event that a case names by its id, or by source and id; null: it has none such.</summary>
    private string? Event(string id) =>
        tried.Events.FirstOrDefault(each => each.Id.Id == id || $"{each.Id}" == id) is { } found
            ? Named(found) : null;

    private string Member(JsonProperty member) =>
        $"{titles.Of(member.Name)} {Value(member.Name, member.Value)}";

    private string Value(string name, JsonPiece piece) => piece.Kind switch
    {
        JsonKind.List when piece.Items.Count == 0 => titles.Say("无", "none"),
        JsonKind.List => string.Join(titles.Say("、", ", "), piece.Items.Select(item => Value(name, item))),
        JsonKind.Object => string.Join(Comma, piece.Properties.Select(part => Part(name, part))),
        JsonKind.Text => Text(name, piece.Text!),
        _ => ValueText.Of(piece.Value, language),
    };

    /// <summary>What names the item of a list stands without a label before it.</summary>
    private string Part(string list, JsonProperty part) =>
        part.Name is "rule" or "duty" or "step" or "flaw" or "request"
            ? titles.Say($"“{Value(part.Name, part.Value)}”", $"'{Value(part.Name, part.Value)}'")
            : $"{titles.Of(part.Name, list)} {Value(part.Name, part.Value)}";

    private string Text(string name, string text) => name switch
    {
        "event" or "request" or "decision" => Event(text) ?? text,
        "unmet" => string.Join(titles.Say("、", ", "), text.Split(", ").Select(titles.Condition)),
        _ => titles.Value(name, text),
    };
}
