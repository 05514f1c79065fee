using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>
/// One of the items of a cell: its parts are columns by their names, beside those of its row.
/// </summary>
internal sealed class CellParts(PartsRule rule, string whole, Match? match, ICells row) : ICells
{
    /// <summary>The items of a cell with where they stand in it.</summary>
    /// <exception cref="RowRefused">An item is not made as the pattern says.</exception>
    public static IEnumerable<(string Place, ICells Cells)> Of(PartsRule rule, ICells row)
    {
        var written = rule.Text.Text.Fill(row, rule.Text.Absent);
        var number = 0;
        foreach (var part in written.Length == 0 ? [] : CellValues.Parts(rule.Text, written))
        {
            var match = rule.Pattern?.Match(part);
            if (match is { Success: false })
            {
                throw new RowRefused(new Reason(
                    $"“{Spelling.Shown(part)}”不符合 pattern",
                        $"'{Spelling.Shown(part)}' does not fit the pattern"));
            }

            yield return ((++number).ToString(CultureInfo.InvariantCulture),
                new CellParts(rule, part, match, row));
        }
    }

    public Cell Of(string column) =>
        column == PartsRule.WholeName ? new Cell(whole)
        : rule.Names.Contains(column) ? new Cell(match!.Groups[column].Value)
        : row.Of(column);

    public string NameOf(string column) => rule.Names.Contains(column) ? column : row.NameOf(column);
}
