using CreditScoring.Documents;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing.Mappings;

/// <summary>What a cell of a row has to say for the row to be read.</summary>
/// <param name="Words">Any of them.</param>
/// <param name="IsPart">Whether they may be part of what the cell says.</param>
/// <param name="IsNot">Whether it may say none of them.</param>
internal sealed record RowCondition(string Column, IReadOnlyList<string> Words, bool IsPart, bool IsNot)
{
    public bool Holds(ICells row)
    {
        var text = row.Of(Column).Clean;
        var key = SoughtText.Of(text);
        return IsNot != Words.Any(word => IsPart
            ? key.Contains(SoughtText.Of(word), StringComparison.Ordinal) : SoughtText.Of(word) == key);
    }

    /// <summary>Why a row for which it does not hold is skipped.</summary>
    public Wording Told
    {
        get
        {
            var words = string.Join('、', Words.Select(word => word.Length == 0 ? "（空）" : word));
            return new Wording(
                $"“{Column}”{(IsNot ? "" : "不")}{(IsPart ? "含" : "是")} {words}",
                $"'{Column}' {(IsNot ? "" : "not ")}{(IsPart ? "with" : "one of")} {words}");
        }
    }
}
