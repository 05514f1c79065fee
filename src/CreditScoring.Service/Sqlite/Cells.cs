using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sqlite;

/// <summary>Values -> table cells, where SQLite has no type of its own for them.</summary>
internal static class Cells
{
    public const string DayForm = "yyyy-MM-dd";

    public static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string Decimal(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>What was sent: a text, or octets where it is no UTF-8.</summary>
    public static object Sent(string text) =>
        EscapedUtf8.HasOctets(text) ? EscapedUtf8.Octets(text) : text;
}
