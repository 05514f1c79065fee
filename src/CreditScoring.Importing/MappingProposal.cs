using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Importing;

/// <summary>
/// A mapping that is proposed for a table by the names of its columns and what stands under them. A person
/// reads it, mends it and confirms it; nothing is imported by a proposal.
/// </summary>
/// <param name="Text">The mapping file.</param>
/// <param name="Ready">The ready mapping that it is made of; null: none fits.</param>
/// <param name="Remarks">What the person has to look at.</param>
internal sealed record MappingProposal(string Text, string? Ready, IReadOnlyList<Wording> Remarks)
{
    /// <summary>Columns that a ready mapping has to find for it to be proposed.</summary>
    private const int Fewest = 3;

    private static readonly string[] UsualForms =
        ["yyyy/M/d", "yyyy-M-d", "yyyy年M月d日", "yyyy.M.d", "yyyyMMdd", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm:ss",
            "excel"];

    /// <exception cref="TableException">The file is no table.</exception>
    public static MappingProposal Of(TableSource source, EventCatalogue catalogue)
    {
        using var file = TableFile.Open(source, new TableForm(null, null, null));
        var sheets = file.Sheets
            .Select(sheet => (Sheet: sheet, Rows: file.Rows(sheet).Take(HeaderSearch.Depth).ToArray()))
            .Where(sheet => sheet.Rows.Any(row => !row.IsBlank)).ToArray();
        if (sheets.Length == 0)
        {
            throw TableException.Of(
                "table-empty", source.Name, new Wording("表格是空的", "the table is empty"),
                new Wording("看看选的是不是这个文件", "see whether it is the right file"));
        }

        var best = (
            from ready in ReadyMappings.FittingTo(catalogue)
            from sheet in sheets
            let found = new HeaderSearch(ready.Mapping.Columns, ready.Mapping.Form).Likeliest(sheet.Rows)
            where found is not null && found.Matched >= Fewest
            orderby found.Lacking.Count, found.Matched descending
            select (ready.Name, found, sheet.Sheet)).FirstOrDefault();
        return best.found is null ? OfNothing(sheets[0].Sheet, sheets[0].Rows)
            : OfReady(best.Name, best.found, sheets.Length > 1 ? best.Sheet : "");
    }

    private static MappingProposal OfReady(string name, HeaderMatch found, string sheet)
    {
        var mapping = JObject.Parse(ReadyMappings.Of(name)!.Text);
        // It says where the schema stands as seen from the ready mapping.
        mapping.Remove("$schema");
        var columns = (JObject?)mapping["columns"] ?? [];
        foreach (var (column, header) in found.Matches)
        {
            if (columns[column] is JArray names)
            {
                columns[column] = new JArray(header, names.Where(each => (string?)each != header));
            }
            else if (columns[column] is JObject declared)
            {
                declared["names"] = new JArray(
                    header, declared["names"]?.Where(each => (string?)each != header) ?? []);
            }
        }

        if (sheet.Length > 0)
        {
            mapping["sheet"] = sheet;
        }

        return new MappingProposal(Written(mapping), name, Remarked(found));
    }

    private static List<Wording> Remarked(HeaderMatch found)
    {
        var unread = found.Names.Except(found.Matches.Values).Where(each => each.Length > 0).ToArray();
        var remarks = new List<Wording>();
        if (found.Lacking.Count > 0)
        {
            remarks.Add(new Wording(
                $"表里没有、须由人补上的列：{string.Join("、", found.Lacking)}",
                $"columns that the table lacks and a person has to add: {string.Join(", ", found.Lacking)}"));
        }

        if (unread.Length > 0)
        {
            remarks.Add(new Wording(
                $"不读取的列：{string.Join("、", unread)}",
                $"columns that are not read: {string.Join(", ", unread)}"));
        }

        return remarks;
    }

    /// <summary>By what stands in the columns: a code, a day, and what is different in each row.</summary>
    private static MappingProposal OfNothing(string sheet, IReadOnlyList<RawRow> rows)
    {
        var header = rows.OrderByDescending(row => row.Cells.Count(cell => !cell.IsEmpty && !cell.IsSpanned))
            .ThenBy(row => row.Line).First();
        var data = rows.Where(row => row.Line > header.Line && !row.IsBlank).ToArray();
        var names = header.Cells.Select(cell => cell.Clean).ToArray();
        var columns = names.Index().Where(each => each.Item.Length > 0).ToArray();
        string? Named(Func<IReadOnlyList<Cell>, bool> fits) => columns
            .Where(each => data.Length > 0
                && fits([.. data.Select(row => row.Cells.ElementAtOrDefault(each.Index))]))
            .Select(each => each.Item).FirstOrDefault();
        var code = Named(cells => cells.Count(IsCode) * 2 > cells.Count);
        var day = Named(cells => cells.Count(IsDay) * 2 > cells.Count);
        var id = Named(cells => cells.All(cell => cell.Text?.Length > 3)
            && cells.Select(cell => cell.Text).Distinct().Count() == cells.Count);
        var mapping = new JObject
        {
            ["$comment"] = "现成的映射都不合适：请写明 kind 和 data；读哪一列由人确认",
            ["source"] = "写明来源", ["id"] = $"{{{id ?? "写列名"}}}", ["kind"] = "写明种类",
            ["subject"] = new JObject { ["kind"] = "operator", ["id"] = $"{{{code ?? "写列名"}}}" },
            ["occurredOn"] = new JObject { ["column"] = day ?? "写列名", ["forms"] = new JArray(UsualForms) },
            ["data"] = new JObject(),
        };
        if (sheet.Length > 0)
        {
            mapping["sheet"] = sheet;
        }

        return new MappingProposal(Written(mapping), null,
        [
            new Wording(
                $"第 {header.Line} 行像是表头：{string.Join("、", columns.Select(each => each.Item))}",
                $"row {header.Line} seems to be the header: "
                    + string.Join(", ", columns.Select(each => each.Item))),
            new Wording("kind、data 要由人写", "kind and data are for a person to write"),
        ]);
    }

    private static bool IsCode(Cell cell) => cell.Text is { } text && UnifiedSocialCreditCode.FlawOf(
        CellValues.HalfWidth(text.Trim()).ToUpperInvariant()) is null;

    private static bool IsDay(Cell cell) => cell.Moment is not null
        || (cell.Text is not null && UsualForms[..^1].Any(
            form => DayForm.TryParse(form, out var read) && read!.Read(cell.Clean) is not null));

    private static string Written(JObject mapping) =>
        mapping.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
}
