using System.Text;

namespace CreditScoring.Service.Postgres;

/// <summary>Values -> what a statement is given: lists as arrays, one a column.</summary>
internal static class Columns
{
    public static T[] Column<TRow, T>(this IReadOnlyCollection<TRow> rows, Func<TRow, T> of) =>
        [.. rows.Select(of)];

    public static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Without trailing zeros, which numeric would keep.</summary>
    public static decimal? Plain(decimal? number) =>
        number / 1.0000000000000000000000000000m;
}
