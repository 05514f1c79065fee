using System.Globalization;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>Where a page of the ledger ends: <c>regime:number</c>.</summary>
public static class LedgerCursor
{
    public static string Of(LedgerLine row) => string.Create(
        CultureInfo.InvariantCulture, $"{row.Posted.Regime}:{row.Posted.Row.Number}");

    /// <summary>Absent: before the first row.</summary>
    public static Problem? Read(string? text, out LedgerKey key)
    {
        key = new LedgerKey("", 0);
        if (text is null)
        {
            return null;
        }

        var colon = text.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(
            text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Parameters.BadAfter;
        }

        key = new LedgerKey(text[..colon], number);
        return null;
    }
}
