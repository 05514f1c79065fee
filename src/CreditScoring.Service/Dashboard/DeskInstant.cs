using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// An instant as a field of a page has it, without an offset: in the time of the law. Addresses have it with
/// its offset, as the API does.
/// </summary>
internal static class DeskInstant
{
    private const string InField = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly string[] Written = [InField, "yyyy-MM-dd'T'HH:mm"];

    /// <summary>With its offset; what is not so written stays as it is, for others to refuse.</summary>
    public static string? Read(string? text) =>
        DateTime.TryParseExact(
            text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? local.ToString(InField, CultureInfo.InvariantCulture) + "+08:00"
            : text is { Length: 0 } ? null : text;

    /// <summary>As the field shows it; null: it is none.</summary>
    public static string? Shown(string? instant) =>
        DateTimeOffset.TryParse(
            instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
            ? read.ToOffset(ShanghaiTime.Offset).ToString(InField, CultureInfo.InvariantCulture) : null;
}
