using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>The fields of a new regime in a form.</summary>
public static class RegimeForm
{
    /// <summary>Months that points may count, and that one may have to wait.</summary>
    private const int MostMonths = 600;

    /// <summary>Null: what was filled in is no regime.</summary>
    public static NewRegime? Of(IFormCollection form)
    {
        var name = $"{form["regime"]}".Trim();
        var repair = $"{form["repair"]}".Trim();
        return NewRegime.IsName(name) && $"{form["zh"]}".Trim() is { Length: > 0 } zh
            && $"{form["en"]}".Trim() is { Length: > 0 } en && MonthsOf($"{form["months"]}") is { } months
            && (repair.Length == 0 || MonthsOf(repair) is not null)
            && DateOnly.TryParseExact(
                $"{form["from"]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day)
            ? new NewRegime(
                name, new Wording(zh, en), day, $"{form["subject"]}",
                [.. $"{form["tiers"]}".Where(char.IsAsciiLetterUpper).Select(letter => $"{letter}")], months,
                MonthsOf(repair)) : null;
    }

    /// <summary>Null: there is one of that name, or it has no tiers.</summary>
    public static LawFiles? AddedTo(LawFiles files, NewRegime regime)
    {
        try
        {
            return KindsOf(files).Any(kind => kind.Name == regime.SubjectKind) ? regime.AddedTo(files) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Of a catalogue with errors, none.</summary>
    public static IReadOnlyList<SubjectKind> KindsOf(LawFiles files) => CatalogueReader.TryRead(
        [.. files.All.Where(each => each.File.StartsWith("events/", StringComparison.Ordinal))],
        out var catalogue, out _)
        && catalogue is not null ? catalogue.SubjectKinds : [];

    private static int? MonthsOf(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var months)
        && months is > 0 and <= MostMonths ? months : null;
}
