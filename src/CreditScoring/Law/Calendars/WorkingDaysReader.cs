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
        reader.Wording("title");
        reader.RequireText("source");
        reader.RequireText("provenance");
        reader.Text("note");
        var statutory = reader.Require("statutory") is { } law ? Statutory(law, flaws) : [];
        var years = (reader.Require("years")?.Properties ?? [])
            .Select(year => CalendarYear.Read(year, statutory, flaws)).OfType<CalendarYear>().ToArray();
        reader.Close();
        return new WorkingDays(
            years.Select(each => each.Year), years.SelectMany(each => each.Off),
            years.SelectMany(each => each.Worked), years.SelectMany(each => each.Holidays));
    }

    private static StatutoryHoliday[] Statutory(JsonPiece law, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(law, flaws);
        reader.RequireText("source");
        reader.Require("holidays");
        var holidays = reader.List("holidays")
            .Select(each => StatutoryHoliday.Read(each, flaws)).OfType<StatutoryHoliday>().ToArray();
        reader.Close();
        return holidays;
    }
}
