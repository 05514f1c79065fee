using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Tables;

namespace CreditScoring.Draws;

/// <summary>The files of rules/draws -> profiles, noting every flaw.</summary>
public static class DrawProfileReader
{
    public const string Folder = "draws/";

    /// <param name="documents">Every file of a folder of rules, by its path from there.</param>
    /// <param name="flaws">All of them.</param>
    /// <returns>Those without a flaw, by file.</returns>
    public static IReadOnlyDictionary<string, DrawProfile> Read(
        IReadOnlyList<SourceText> documents, ICollection<Flaw> flaws)
    {
        var profiles = new Dictionary<string, DrawProfile>(StringComparer.Ordinal);
        foreach (var document in documents.Where(IsProfile))
        {
            var found = new List<Flaw>();
            if (JsonDocumentReader.Read(document, out var broken) is { } piece)
            {
                var profile = new OneProfile(piece, documents, found).Read();
                if (found.Count == 0)
                {
                    profiles.Add(document.File, profile!);
                }
            }

            foreach (var flaw in broken is null ? found : [broken])
            {
                flaws.Add(flaw);
            }
        }

        return profiles;
    }

    private static bool IsProfile(SourceText document) =>
        document.File.StartsWith(Folder, StringComparison.Ordinal)
        && document.File.EndsWith(".json", StringComparison.Ordinal);
}

/// <summary>One file of rules/draws.</summary>
internal sealed class OneProfile(JsonPiece piece, IReadOnlyList<SourceText> documents, List<Flaw> flaws)
{
    private const string Cited = "law.md#";
    private const int MostInspectors = 9;

    private readonly ObjectReader reader = new(piece, flaws);
    private string pack = "";
    private LawText? law;

    public DrawProfile? Read()
    {
        var (name, title) = (reader.RequireText("profile"), reader.Wording("title"));
        reader.Require("title");
        ReadPack();
        var shares = Table(reader.Require("shares"));
        reader.Require("strata");
        var order = reader.Texts("strata");
        var floor = Floor();
        reader.Require("exclusions");
        var exclusions = reader.List("exclusions").Select(ExclusionOf).ToArray();
        var frame = Frame(name);
        Cite(reader.Require("citation"));
        reader.RequireText("basis");
        reader.Text("note");
        reader.Close();
        FindMissing(order, shares);
        return flaws.Count > 0 ? null : new DrawProfile(name!, title!.Value, pack, order, exclusions!)
        {
            Frame = frame!, Shares = shares!, Floors = floor?.Table, FloorRow = floor?.Row,
        };
    }

    private void ReadPack()
    {
        var written = reader.Require("pack");
        reader.RequireText("pack");
        pack = written?.Text ?? "";
        var said = documents.FirstOrDefault(each => each.File == $"{pack}/law.md");
        law = said is null ? null : new LawText(said);
        if (written?.Text is not null && said is null)
        {
            flaws.Add(new Flaw(
                "unknown-pack", written.Place,
                new Wording($"没有规则包 {Spelling.Shown(pack)}", $"there is no pack {Spelling.Shown(pack)}"),
                new Wording("写规则包的文件夹，如 cn-ha/sampling-share/2021-01-01",
                    "write its folder, such as cn-ha/sampling-share/2021-01-01")));
        }
    }

    private DrawRule? Frame(string? name)
    {
        var rounding = Chosen(reader.Require("rounding"), DrawWords.Roundings);
        var regions = Chosen(reader.Require("regions"), DrawWords.RegionRules);
        var each = reader.Number("inspectors");
        var reserves = reader.Require("reserves");
        reader.RequireText("reserves");
        if (reader.Require("inspectors") is { Number: not null } number
            && (each is < 2 or > MostInspectors || each != Math.Floor(each!.Value)))
        {
            flaws.Add(Wrong(number, "2 至 9 的整数", "a whole number from 2 to 9"));
        }

        var sound = Share.TryParse(reserves?.Text, out var share, out var flaw);
        if (reserves?.Text is not null && !sound)
        {
            flaws.Add(Wrong(reserves, "0 至 1 的比例", "a share from 0 to 1"));
        }

        return rounding is null || regions is null || each is null || !sound || flaws.Count > 0 ? null
            : new DrawRule(name!, pack, rounding.Value, [], null, share, (int)each.Value, regions.Value);
    }

    private (LawTable? Table, string? Row)? Floor()
    {
        if (reader.Any("floor") is not { IsNull: false } written)
        {
            return null;
        }

        var floor = new ObjectReader(written, flaws);
        var (table, row) = (Table(floor.Require("table")), floor.RequireText("row"));
        floor.Close();
        if (table is not null && row is not null && table.Rows.All(each => each.Key != row))
        {
            flaws.Add(Missing(written["row"]!, row));
        }

        return (table, row);
    }

    private Exclusion? ExclusionOf(JsonPiece written)
    {
        var exclusion = new ObjectReader(written, flaws);
        var reason = exclusion.RequireText("reason");
        var title = exclusion.Wording();
        Cite(exclusion.Require("citation"));
        exclusion.Close();
        return reason is null ? null : new Exclusion(reason, title);
    }

    private LawTable? Table(JsonPiece? named)
    {
        if (named is { Text: null })
        {
            flaws.Add(ObjectReader.WrongType(named, "a text", "文本"));
        }

        var file = documents.FirstOrDefault(each => each.File == $"{pack}/tables/{named?.Text}.json");
        if (file is not null)
        {
            return TableReader.Read(file, new List<Flaw>());
        }

        if (named?.Text is { } name && law is not null)
        {
            flaws.Add(new Flaw(
                "unknown-table", named.Place,
                new Wording($"规则包没有表“{Spelling.Shown(name)}”",
                    $"the pack has no table '{Spelling.Shown(name)}'"),
                new Wording("写 tables/ 中的文件名，不带 .json",
                    "write the name of a file in tables/, without .json")));
        }

        return null;
    }

    private void FindMissing(IReadOnlyList<string> order, LawTable? shares)
    {
        foreach (var stratum in reader.List("strata").Where(each => each.Text is not null
            && shares?.Rows.All(row => row.Key != each.Text) == true))
        {
            flaws.Add(Missing(stratum, stratum.Text!));
        }

        if (order.Count == 0 && flaws.Count == 0)
        {
            flaws.Add(Wrong(piece["strata"]!, "层的列表，至少一层", "a list of strata, one at least"));
        }
    }

    private void Cite(JsonPiece? cited)
    {
        if (cited is { Text: null })
        {
            flaws.Add(ObjectReader.WrongType(cited, "a text", "文本"));
        }
        else if (cited is not null && law is not null && !IsIn(law, cited.Text!))
        {
            flaws.Add(new Flaw(
                "citation-not-in-law", cited.Place,
                new Wording($"law.md 里没有“{Spelling.Shown(cited.Text)}”",
                    $"law.md has no '{Spelling.Shown(cited.Text)}'"),
                new Wording("写 law.md#锚点", "write law.md#anchor")));
        }
    }

    private static bool IsIn(LawText law, string cited) =>
        cited.StartsWith(Cited, StringComparison.Ordinal) && law.At(cited[Cited.Length..]) is not null;

    private T? Chosen<T>(JsonPiece? written, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (written?.Text is { } word && words.TryGetValue(word, out var value))
        {
            return value;
        }

        if (written is not null)
        {
            flaws.Add(new Flaw(
                "value-not-listed", written.Place,
                new Wording("不在所列的值中", "this is none of the values that may stand here"),
                new Wording($"写 {string.Join('、', words.Keys)} 之一",
                    $"write one of {string.Join(", ", words.Keys)}")));
        }

        return null;
    }

    private static Flaw Missing(JsonPiece place, string row) => new(
        "row-missing", place.Place,
        new Wording($"表里没有 \"{Spelling.Shown(row)}\" 这一行", $"the table has no row \"{Spelling.Shown(row)}\""),
        new Wording("先在表里写这一行", "write that row first"));

    private static Flaw Wrong(JsonPiece place, string zh, string en) => ObjectReader.WrongType(place, en, zh);
}
