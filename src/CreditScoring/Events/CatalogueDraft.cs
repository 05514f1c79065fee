using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>A catalogue while its files are being read.</summary>
internal sealed class CatalogueDraft(List<Flaw> flaws)
{
    private readonly Dictionary<string, DraftKind> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EventField>> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubjectKind> subjectKinds = new(StringComparer.Ordinal);
    private readonly List<Corrector> correctors = [];
    private readonly List<string> sources = [];
    private List<string>? roles;

    public IReadOnlyList<SubjectKind> SubjectKinds => [.. subjectKinds.Values];

    public IReadOnlyList<Corrector> Correctors => correctors;

    public IReadOnlyList<string>? Roles => roles;

    public IReadOnlyList<string> Sources => sources;

    public void Take(JsonPiece document)
    {
        var reader = new ObjectReader(document, flaws);
        reader.Any("$comment");
        foreach (var kind in reader.List("kinds"))
        {
            TakeKind(kind);
        }

        foreach (var subject in reader.List("subjects"))
        {
            TakeSubjectKind(subject);
        }

        foreach (var corrector in reader.List("correctors"))
        {
            TakeCorrector(corrector);
        }

        if (CatalogueWords.Texts(reader, "roles", flaws) is { } listed)
        {
            (roles ??= []).AddRange(listed.Except(roles, StringComparer.Ordinal));
        }

        foreach (var source in reader.List("sources"))
        {
            TakeSource(source);
        }

        reader.Close();
    }

    /// <summary>The kinds, once all files are read.</summary>
    public IReadOnlyList<EventKind> Kinds()
    {
        foreach (var (kind, place) in kinds.Values.SelectMany(each => each.Names)
            .Where(each => !kinds.ContainsKey(each.Kind)))
        {
            flaws.Add(EventFlaws.UnknownKind(
                place, kind, kinds.Values.Select(each => (each.Name, each.Label))));
        }

        var all = FieldUnion.Of(fields.Values.SelectMany(alike => alike));
        return [.. kinds.Values.Select(kind => kind.Finish(all.Values))];
    }

    private void TakeKind(JsonPiece piece)
    {
        if (DraftKind.Read(piece, flaws) is not { } kind
            || !CatalogueWords.IsNew(kinds.ContainsKey(kind.Name), piece["kind"]!, flaws))
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
            flaws.Add(new Flaw(
                "field-type-differs", place,
                new Wording(
                    $"字段“{field.Name}”在别的事件类型中声明为另一种类型、单位或记录字段",
                    $"'{field.Name}' has another type, unit or record fields in another kind"),
                new Wording(
                    "同名字段在整个目录中只能有一种类型：统一声明，或改名",
                    "one name has one type in the whole catalogue: declare both alike or rename")));
        }
    }

    private void TakeSubjectKind(JsonPiece piece)
    {
        if (SubjectKindReader.Read(piece, flaws) is { } kind
            && CatalogueWords.IsNew(subjectKinds.ContainsKey(kind.Name), piece["kind"]!, flaws))
        {
            subjectKinds.Add(kind.Name, kind);
        }
    }

    private void TakeCorrector(JsonPiece piece)
    {
        var reader = new ObjectReader(piece, flaws);
        var corrects = reader.RequireText("corrects");
        var by = reader.RequireText("by");
        reader.Close();
        if (corrects is not null && by is not null)
        {
            correctors.Add(new Corrector(corrects, by));
        }
    }

    private void TakeSource(JsonPiece piece)
    {
        if (piece.Text is not { Length: > 0 } name)
        {
            flaws.Add(ObjectReader.WrongType(piece, "the name of a source", "来源的名称"));
        }
        else if (CatalogueWords.IsNew(sources.Contains(name), piece, flaws))
        {
            sources.Add(name);
        }
    }
}
