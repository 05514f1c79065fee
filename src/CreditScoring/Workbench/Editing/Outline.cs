using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Editing;

/// <summary>What an entry of an outline is.</summary>
public enum OutlineKind { Rule, NamedValue, Case, Article, Row, Property, Kind, Field }

/// <summary>A part of a file of rules that has a name, for an outline.</summary>
/// <param name="Way">The way to it in its file; empty: it is prose.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset after its last.</param>
/// <param name="NameStart">Where its name stands.</param>
public sealed record OutlineEntry(
    string Name, OutlineKind Kind, string Way, int Start, int End, int NameStart, int NameEnd)
{
    /// <summary>What people call it; null: it has only its name.</summary>
    public Wording? Title { get; init; }

    public IReadOnlyList<OutlineEntry> Inside { get; init; } = [];
}

/// <summary>The outline of a file: rules by id and title, cases, articles, rows, kinds of events.</summary>
public static class Outline
{
    /// <returns>Empty where the file is broken, or has nothing with a name.</returns>
    public static IReadOnlyList<OutlineEntry> Of(SourceText document)
    {
        if (document.File.EndsWith("/law.md", StringComparison.Ordinal))
        {
            return [.. Articles(document)];
        }

        return JsonDocumentReader.Read(document, out _) is { Kind: JsonKind.Object } whole
            ? [.. Parts(document, whole)] : [];
    }

    private static IEnumerable<OutlineEntry> Parts(SourceText document, JsonPiece whole) =>
        document.File.Split('/')[^1] switch
        {
            "pack.json" => whole.Properties.Select(property => Property(document, property)),
            _ when whole["Rules"] is not null =>
                Named(document, whole, "", "GlobalParams", "Name", OutlineKind.NamedValue)
                    .Concat(Rules(document, whole, "")),
            _ when whole["cases"] is not null =>
                Named(document, whole, "", "cases", "name", OutlineKind.Case),
            _ when whole["kinds"] is not null => Kinds(document, whole),
            _ when whole["table"]?.Text is { } name => Rows(document, whole, new WrittenTable(name, whole)),
            _ => [],
        };

    private static IEnumerable<OutlineEntry> Rules(SourceText document, JsonPiece owner, string way) =>
        Named(document, owner, way, "Rules", "RuleName", OutlineKind.Rule).Select(entry => entry with
        {
            Inside =
            [
                .. Named(
                    document, At(owner, way, entry), entry.Way, "LocalParams", "Name",
                    OutlineKind.NamedValue),
                .. Rules(document, At(owner, way, entry), entry.Way),
            ],
        });

    private static JsonPiece At(JsonPiece owner, string way, OutlineEntry entry) =>
        JsonWays.All(owner).First(each => Joined(way, each.Way) == entry.Way).Piece;

    private static IEnumerable<OutlineEntry> Kinds(SourceText document, JsonPiece whole) =>
        Named(document, whole, "", "kinds", "kind", OutlineKind.Kind).Select(kind => kind with
        {
            Inside =
            [
                .. Named(document, At(whole, "", kind), kind.Way, "fields", "name", OutlineKind.Field),
            ],
        });

    /// <summary>The items of a list that have a name.</summary>
    private static IEnumerable<OutlineEntry> Named(
        SourceText document, JsonPiece owner, string way, string list, string name, OutlineKind kind) =>
        (owner[list]?.Items ?? []).Select((item, place) => (item, place))
            .Where(each => each.item[name]?.Text is { Length: > 0 })
            .Select(each => Entry(
                document, each.item, each.item[name]!, kind, Joined(way, $"{list}[{each.place}]")));

    private static IEnumerable<OutlineEntry> Rows(SourceText document, JsonPiece whole, WrittenTable table) =>
        (whole["rows"]?.Items ?? []).Select((row, place) => (row, place))
            .Where(each => each.row.Properties.Count > 0)
            .Select(each => Entry(document, each.row, each.row, OutlineKind.Row, $"rows[{each.place}]") with
            {
                Name = table.KeyOf(each.row) is { Length: > 0 } key ? key : $"{each.place + 1}",
            });

    private static OutlineEntry Entry(
        SourceText document, JsonPiece piece, JsonPiece name, OutlineKind kind, string way)
    {
        var (start, named) = (Offset(document, piece.Place), Offset(document, name.Place));
        return new OutlineEntry(
            name.Text ?? "", kind, way, start, JsonWays.End(document.Text, start), named,
            name == piece ? named + 1 : JsonWays.End(document.Text, named))
        {
            Title = Declared.TitleOf(piece["Properties"]?[RuleProperties.Title.Name])
                ?? Declared.TitleOf(piece),
        };
    }

    private static OutlineEntry Property(SourceText document, JsonProperty property)
    {
        var (start, value) = (Offset(document, property.Place), Offset(document, property.Value.Place));
        return new OutlineEntry(
            property.Name, OutlineKind.Property, property.Name, start, JsonWays.End(document.Text, value),
            start, JsonWays.End(document.Text, start));
    }

    private static IEnumerable<OutlineEntry> Articles(SourceText document)
    {
        var all = new LawText(document).Provisions.ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            var anchor = Offset(document, all[i].Place);
            var start = Offset(document, all[i].Place with { Column = 1 });
            yield return new OutlineEntry(
                all[i].Anchor, OutlineKind.Article, "", start, start + all[i].Words.Length,
                anchor, Math.Min(anchor + all[i].Anchor.Length + 3, start + all[i].Words.Length))
            {
                Title = Worded(all[i].Paragraph.Length > 0 ? all[i].Paragraph : all[i].Article),
            };
        }
    }

    private static Wording Worded(string heading) =>
        heading.Split(" · ") is [var zh, var en] ? new Wording(zh, en) : new Wording(heading, heading);

    private static string Joined(string way, string step) =>
        way.Length == 0 ? step : step.Length == 0 ? way : $"{way}.{step}";

    private static int Offset(SourceText document, Place place) =>
        document.OffsetOf(place.Line, place.Column);
}
