using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>A catalogue while its files are being read.</summary>
internal sealed class CatalogueDraft(FlawList flaws)
{
    private readonly Dictionary<string, DraftKind> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventField>> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubjectKind> subjectKinds = new(StringComparer.Ordinal);
    private readonly List<Corrector> correctors = [];
    private List<string>? roles;

    public IReadOnlyList<SubjectKind> SubjectKinds => [.. subjectKinds.Values];

    public IReadOnlyList<Corrector> Correctors => correctors;

    public IReadOnlyList<string>? Roles => roles;

    public void Take(JsonPiece document)
    {
        if (!flaws.IsObject(document, "$schema", "kinds", "correctors", "subjects", "roles"))
        {
            return;
        }

        foreach (var kind in flaws.List(document, "kinds"))
        {
            TakeKind(kind);
        }

        foreach (var subject in flaws.List(document, "subjects"))
        {
            TakeSubjectKind(subject);
        }

        foreach (var corrector in flaws.List(document, "correctors"))
        {
            TakeCorrector(corrector);
        }

        if (flaws.Texts(document, "roles") is { } listed)
        {
            (roles ??= []).AddRange(listed.Except(roles, StringComparer.Ordinal));
        }
    }

    /// <summary>The kinds, once all files are read.</summary>
    public IReadOnlyList<EventKind> Kinds()
    {
        var all = FieldUnion.Of(fields.Values.SelectMany(alike => alike));
        return [.. kinds.Values.Select(kind => kind.Finish(all.Values))];
    }

    private void TakeKind(JsonPiece piece)
    {
        if (DraftKind.Read(piece, flaws) is not { } kind
            || !flaws.IsNew(kinds.ContainsKey(kind.Name), piece["kind"]!, kind.Name))
        {
            return;
        }

        kinds.Add(kind.Name, kind);
        foreach (var (field, place) in kind.Fields)
        {
            TakeField(field, place);
        }
    }

    private void TakeField(EventField field, Place place)
    {
        if (!fields.TryGetValue(field.Name, out var alike))
        {
            fields.Add(field.Name, [field]);
        }
        else if (!FieldUnion.Differs(alike[0], field))
        {
            alike.Add(field);
        }
        else
        {
            flaws.Add(
                "field-type-differs", place,
                new Wording(
                    $"字段“{field.Name}”在别的事件类型中声明为另一种类型、单位或记录字段",
                    $"'{field.Name}' has another type, unit or record fields in another kind"),
                new Wording(
                    "同名字段在整个目录中只能有一种类型：统一声明，或改名",
                    "one name has one type in the whole catalogue: declare both alike, or rename"));
        }
    }

    private void TakeSubjectKind(JsonPiece piece)
    {
        if (SubjectKindReader.Read(piece, flaws) is { } kind
            && flaws.IsNew(subjectKinds.ContainsKey(kind.Name), piece["kind"]!, kind.Name))
        {
            subjectKinds.Add(kind.Name, kind);
        }
    }

    private void TakeCorrector(JsonPiece piece)
    {
        if (flaws.IsObject(piece, "corrects", "by")
            && flaws.RequiredText(piece, "corrects") is { } corrects
            && flaws.RequiredText(piece, "by") is { } by)
        {
            correctors.Add(new Corrector(corrects, by));
        }
    }
}
