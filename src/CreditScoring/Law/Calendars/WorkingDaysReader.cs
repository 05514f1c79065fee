using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Law.Calendars;

/// <summary>calendars/*.json -> the working days, noting every flaw.</summary>
public static class WorkingDaysReader
{
    /// <param name="documents">None: no day has an answer. More than one: which would rule?</param>
    public static WorkingDays Read(IReadOnlyList<SourceText> documents, ICollection<Flaw> flaws)
    {
        foreach (var other in documents.Skip(1))
        {
            flaws.Add(new Flaw(
                "calendar-twice", Place.Whole(other.File),
                new Wording("只能有一份工作日历", "there is more than one calendar of working days"),
                new Wording($"并入 {documents[0].File}", $"put it into {documents[0].File}")));
        }

        return documents.Count == 0 ? WorkingDays.Unknown : One(documents[0], flaws);
    }

    private static WorkingDays One(SourceText source, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return WorkingDays.Unknown;
        }

        var reader = new ObjectReader(piece, flaws);
        reader.Require("title");
        reader.RequireText("source");
        reader.RequireText("provenance");
        reader.Text("note");
        var years = (reader.Require("years")?.Properties ?? [])
            .Select(year => Year(year.Name, year.Value, flaws)).OfType<YearRead>().ToArray();
        reader.Close();
        return new WorkingDays(
            years.Select(each => each.Year), years.SelectMany(each => each.Off),
            years.SelectMany(each => each.Worked));
    }

    private static YearRead? Year(string name, JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var off = reader.List("weekdaysOff");
        var worked = reader.List("weekendsWorked");
        reader.Close();
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1 or > 9999)
        {
            flaws.Add(ObjectReader.WrongType(piece, "under a year such as \"2026\"", "写在年份之下，如 \"2026\""));
            return null;
        }

        return new YearRead(year, Days(off, year, false, flaws), Days(worked, year, true, flaws));
    }

    /// <summary>The days of a list: each in its year, and a weekend or not as the list says.</summary>
    private static List<DateOnly> Days(
        IReadOnlyList<JsonPiece> pieces, int year, bool weekends, ICollection<Flaw> flaws)
    {
        var days = new List<DateOnly>();
        foreach (var piece in pieces)
        {
            if (ObjectReader.DateOf(piece) is { } day && day.Year == year && WorkingDays.IsWeekend(day) == weekends)
            {
                days.Add(day);
                continue;
            }

            flaws.Add(weekends
                ? ObjectReader.WrongType(piece, $"a Saturday or Sunday of {year}", $" {year} 年的周六或周日")
                : ObjectReader.WrongType(piece, $"a Monday to Friday of {year}", $" {year} 年的周一至周五"));
        }

        return days;
    }

    private sealed record YearRead(int Year, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Worked);
}
