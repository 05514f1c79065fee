using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Draws;

/// <summary>Days on which an inspector is absent, the first and the last included.</summary>
public readonly record struct Absence(DateOnly From, DateOnly To);

/// <summary>
/// One line of the register of inspectors (检查人员名录库): six fields with a tab between. Without names: who
/// publishes the register publishes no persons.
/// </summary>
/// <param name="Id">Such as a certificate's number; no name.</param>
/// <param name="Unit">Where he belongs; may be empty.</param>
/// <param name="Region">GB/T 2260; may be empty: any.</param>
/// <param name="Qualifications">Sorted.</param>
/// <param name="Absences">Sorted.</param>
/// <param name="Avoids">Objects that he must not go to (回避), sorted.</param>
public sealed record Inspector(
    string Id, string Unit, string Region, IReadOnlyList<string> Qualifications,
    IReadOnlyList<Absence> Absences, IReadOnlySet<string> Avoids)
{
    public const int Fields = 6;

    /// <summary>As it stands in the frozen register.</summary>
    public required string Line { get; init; }

    /// <summary>
    /// Whether he may go to an object: he need not avoid it, has what it needs, and is of its region.
    /// </summary>
    public bool MayGoTo(Listed listed, Regions regions) =>
        !Avoids.Contains(listed.Id)
        && (regions == Regions.Any || IsAround(listed.Region))
        && (listed.Needs.Length == 0 || listed.Needs.Split(',').All(Qualifications.Contains));

    /// <summary>Whether one absence takes up the whole of the days on which visits are made.</summary>
    public bool IsAway(Visits visits) =>
        Absences.Any(absence => absence.From <= visits.From && visits.To <= absence.To);

    /// <param name="line">Without its end.</param>
    /// <param name="frozen">Whether it must be as the frozen register has it, to the letter.</param>
    public static Inspector? Read(string line, bool frozen, out LineFlaw? flaw)
    {
        var fields = LineFields.Of(line, Fields, least: 1, frozen, out flaw);
        if (fields is null)
        {
            return null;
        }

        flaw = fields.Id(0) ?? fields.Word(1) ?? fields.Checked(2, FlawOfRegion) ?? fields.List(3)
            ?? fields.List(4) ?? fields.Checked(4, text => AbsencesOf(text) is null ? NoAbsence : null)
            ?? fields.List(5);
        return flaw is not null ? null : new Inspector(
            fields[0], fields[1], fields[2], Words(fields[3]), AbsencesOf(fields[4])!,
            Words(fields[5]).ToHashSet(StringComparer.Ordinal))
        {
            Line = string.Join('\t', Enumerable.Range(0, Fields).Select(place => fields[place])),
        };
    }

    private static Wording NoAbsence => new(
        "应为 2027-01-04/2027-01-08 这样的起止日", "an absence is such as 2027-01-04/2027-01-08");

    /// <summary>44 and 4400 are around 440104; trailing pairs of zeros say nothing.</summary>
    private bool IsAround(string region) =>
        Region.Length == 0
        || (Enterprises.Region.TryParse(Region, out var own, out _)
            && Enterprises.Region.TryParse(region, out var other, out _) && own!.Contains(other!));

    private static Wording? FlawOfRegion(string text) =>
        text.Length == 0 ? null : Enterprises.Region.FlawOf(text);

    private static string[] Words(string text) => text.Length == 0 ? [] : text.Split(',');

    private static IReadOnlyList<Absence>? AbsencesOf(string text)
    {
        var absences = Words(text).Select(each => each.Split('/') is [var from, var to]
            && Day(from) is { } first && Day(to) is { } last && first <= last
                ? new Absence(first, last) : (Absence?)null).ToArray();
        return absences.Any(each => each is null) ? null : [.. absences.Select(each => each!.Value)];
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>The days on which the visits of a draw are made, the first and the last included.</summary>
public readonly record struct Visits(DateOnly From, DateOnly To);
