using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Importing.Mappings;

/// <summary>
/// Words of a mapping that stand in events as they are: one that the catalogue does not list is wrong in
/// every row, and is found when the mapping is read.
/// </summary>
internal sealed class ListedWords(EventCatalogue catalogue, ICollection<Flaw> flaws)
{
    private const int MostTold = 20;

    public void CheckKind(JsonPiece? written) => Check(
        "unknown-kind", written, [.. catalogue.Kinds.Where(kind => kind.MayBeSent).Select(kind => kind.Name)],
        new Wording("事件种类", "kind of event"));

    public void CheckSubjectKind(JsonPiece? written) => Check(
        "unknown-subject-kind", written, [.. catalogue.SubjectKinds.Select(kind => kind.Name)],
        new Wording("主体种类", "kind of subject"));

    public void Check(EventField field, JsonPiece written)
    {
        if (field.Values is { } listed)
        {
            Check("value-not-listed", written, listed, field.Label);
        }
    }

    private void Check(string name, JsonPiece? written, IReadOnlyList<string> listed, Wording what)
    {
        foreach (var word in Said(written).Where(word => word.Text is { } text && !listed.Contains(text)))
        {
            var near = NearMiss.Of(word.Text!, listed);
            flaws.Add(new Flaw(
                name, word.Place,
                new Wording($"{what.Zh}没有“{word.Text}”", $"there is no {what.En} '{word.Text}'"),
                near is null
                    ? new Wording(
                        $"写 {string.Join("、", listed.Take(MostTold))} 之一",
                        $"write one of {string.Join(", ", listed.Take(MostTold))}")
                    : new Wording($"是否指“{near}”？", $"did you mean '{near}'?")));
        }
    }

    /// <summary>What depends on no row: a text without columns, a code, what stands by default.</summary>
    private static IEnumerable<JsonPiece> Said(JsonPiece? written) => written switch
    {
        null => [],
        { Text: { } text } => text.Contains('{', StringComparison.Ordinal) ? [] : [written],
        { Kind: JsonKind.Object } => Said(written["text"])
            .Concat(written["default"] is { } otherwise ? [otherwise] : [])
            .Concat(written["codes"]?.Properties.SelectMany(code =>
                code.Value.Kind == JsonKind.List ? code.Value.Items : [code.Value]) ?? []),
        _ => [],
    };
}
