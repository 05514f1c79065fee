using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing.Mappings;

/// <summary>
/// An amount that a text of the row says too (处罚内容：罚款2000元): a number in yuan in a column that is read as 万元
/// is
/// ten thousand times too much, and only the text beside it shows that.
/// </summary>
/// <param name="Column">The column of the text.</param>
/// <param name="Pattern">
/// Finds the amount: its group n is the number, its group u there where it counts 万.
/// </param>
internal sealed record AmountCheck(string Column, Regex Pattern)
{
    private const decimal TenThousand = 10_000;

    /// <exception cref="RowRefused">The text says another amount.</exception>
    public void Compare(decimal amount, ICells row)
    {
        var match = Pattern.Match(CellValues.HalfWidth(row.Of(Column).Clean));
        if (!match.Success || !decimal.TryParse(
            match.Groups["n"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var said))
        {
            return;
        }

        said *= match.Groups["u"].Success ? TenThousand : 1;
        // Several fines in one decision: the text says one of them, and the column their sum.
        if (Pattern.Match(row.Of(Column).Clean, match.Index + match.Length) is { Success: false }
            && said != amount)
        {
            throw new RowRefused(new Reason(
                $"是 {amount:0.####} 元，而“{row.NameOf(Column)}”写的是 {said:0.####} 元：单位是元还是万元？",
                $"is {amount:0.####} yuan where '{row.NameOf(Column)}' says {said:0.####}: is it in yuan or "
                    + "in 万元?"));
        }
    }
}
