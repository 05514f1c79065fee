using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Tables;

/// <summary>The columns of a table as members of the row that a lookup finds.</summary>
public sealed class TableShape(LawTable table) : RecordShape($"row of \"{table.Name}\"", typeof(TableRow))
{
    public override IEnumerable<string> MemberNames => table.Columns.Select(column => column.Name);

    public override Member? Find(string name)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == name)
            {
                return Column(i);
            }
        }

        return null;
    }

    private Member Column(int place)
    {
        var (name, type) = table.Columns[place];
        return new Member(name, type, row => Expression.Convert(
            Expression.Call(
                typeof(TableShape), nameof(Filled), null,
                row, Expression.Constant(place), Expression.Constant(name)),
            type.Clr));
    }

    /// <summary>The cell, which somebody must have filled in.</summary>
    private static object Filled(TableRow row, int place, string column) =>
        row.Cells[place] ?? throw new CannotBeJudged(row.Place, new Wording(
            $"{row.Place} 的 \"{column}\" 还没有填写",
            $"\"{column}\" at {row.Place} has not been filled in"));
}
