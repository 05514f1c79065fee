using System.Globalization;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>
/// Standings as lines of a table, or as NDJSON; at the end how many stand in each tier. On a terminal
/// too narrow for the whole line a subject stands above its regimes.
/// </summary>
internal sealed class StandingTable(TextWriter output, Screen screen, string language, bool json)
{
    /// <summary>Columns of the table by their width; a negative one stands on the right.</summary>
    private static readonly int[] Wide = [18, 28, -6, 8, -6, 10, 10, 10];

    private static readonly int[] Narrow = [0, 22, -6, 8, -6, 10, 10, 10];

    private readonly SortedDictionary<(string Regime, string Tier), int> tiers = [];
    private readonly int[] widths = screen.Width < Wide.Sum(Math.Abs) + Wide.Length - 1
        ? Widened(screen.Width.Value)
        : Wide;
    private string? above;

    /// <summary>Subjects that could not be judged.</summary>
    public int Unjudged { get; private set; }

    private bool IsNarrow => widths != Wide;

    public void Write(StandingRow standing)
    {
        Unjudged += standing.Tier is null ? 1 : 0;
        var key = (standing.Regime, standing.Tier ?? "?");
        tiers[key] = tiers.GetValueOrDefault(key) + 1;
        if (json)
        {
            output.WriteLine(standing.Json());
            return;
        }

        if (above is null)
        {
            output.WriteLine(Line([.. Phrases.StandingHeaders.Select(header => header.In(language))]));
        }

        Subject(standing.Subject);
        output.WriteLine(Line([
            standing.Subject, standing.Regime, Number(standing.Points), standing.Tier ?? "?",
            Number(standing.TimesPerYear), Day(standing.Opens), Day(standing.Due), Day(standing.ChangesOn)]));
        foreach (var (place, what) in standing.Flaws)
        {
            output.WriteLine(screen.Shown($"  {place}: {what.In(language)}"));
        }
    }

    public void Close()
    {
        if (!json)
        {
            output.WriteLine();
            foreach (var ((regime, tier), count) in tiers)
            {
                output.WriteLine($"{TextWidth.Fit($"{regime} {tier}", 40)} "
                    + $"{count.ToString("N0", CultureInfo.InvariantCulture),10}");
            }
        }
    }

    /// <summary>Above the lines of its regimes, where these have no room for it.</summary>
    private void Subject(string id)
    {
        if (IsNarrow && above != id)
        {
            output.WriteLine(id);
        }

        above = id;
    }

    /// <summary>What is left of the terminal's width goes to the regime.</summary>
    private static int[] Widened(int screen)
    {
        var widths = Narrow.ToArray();
        widths[1] = Math.Max(
            8, screen - Narrow.Where((_, column) => column != 1).Sum(Math.Abs) - Narrow.Length + 1);
        return widths;
    }

    private string Line(string[] cells) => string.Join(' ', cells.Select(Cell)).TrimEnd();

    private string Cell(string text, int column) => widths[column] == 0 ? ""
        : TextWidth.Of(text) > Math.Abs(widths[column]) && !IsNarrow ? text
        : TextWidth.Fit(text, Math.Abs(widths[column]), widths[column] < 0);

    private static string Number(decimal? number) =>
        number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "-";

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
