using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Trials;

/// <summary>A file of cases -> the cases, noting every flaw.</summary>
public static class CaseReader
{
    public static IReadOnlyList<Case> Read(SourceText source, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return [];
        }

        var file = new ObjectReader(piece, flaws);
        file.Require("cases");
        var cases = file.List("cases").Select(each => One(each, catalogue, flaws)).OfType<Case>().ToArray();
        file.Close();
        return cases;
    }

    private static Case? One(JsonPiece piece, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("name");
        var citation = reader.Text("citation");
        var subject = SubjectOf(reader.Require("subject"), catalogue, flaws);
        var events = Events(reader.List("events"), subject, catalogue, flaws);
        var expectations = Expectations(reader, flaws);
        reader.Close();
        if (expectations.Count == 0)
        {
            flaws.Add(new Flaw(
                "case-asserts-nothing", piece.Place,
                new Wording($"算例 \"{name}\" 没有断言", $"the case \"{name}\" asserts nothing"),
                new Wording("写 on 与 expect，或 expectEach", "write on and expect, or expectEach")));
        }

        return name is null || subject is null ? null : new Case(name, piece.Place, subject.Value)
        {
            Citation = citation,
            Events = events,
            Expectations = expectations,
        };
    }

    private static Subject? SubjectOf(JsonPiece? piece, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        if (piece is null)
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var kind = reader.RequireText("kind");
        var id = reader.RequireText("id");
        reader.Close();
        if (kind is null || id is null)
        {
            return null;
        }

        if (catalogue.TrySubject(kind, id, out var subject, out var wrong))
        {
            return subject;
        }

        flaws.Add(new Flaw(
            "subject-invalid", piece.Place, wrong!.Value,
            new Wording("改正主体", "mend the subject")));
        return null;
    }

    private static List<RegulatoryEvent> Events(
        IReadOnlyList<JsonPiece> pieces, Subject? subject, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var reader = new EventReader(catalogue, new CaseTerms(subject));
        var events = new List<RegulatoryEvent>();
        foreach (var reading in pieces.Select(reader.Read))
        {
            foreach (var flaw in reading.Flaws)
            {
                flaws.Add(flaw);
            }

            if (reading.Event is { } read)
            {
                events.Add(read);
            }
        }

        return events;
    }

    private static List<Expectation> Expectations(ObjectReader reader, ICollection<Flaw> flaws)
    {
        var all = new List<Expectation>();
        var expected = reader.Any("expect");
        var on = expected is null ? reader.Date("on") : reader.RequireDate("on");
        if (on is not null && expected is { Properties.Count: > 0 })
        {
            all.Add(new Expectation(on.Value, expected));
        }

        foreach (var piece in reader.List("expectEach"))
        {
            if (new ObjectReader(piece, flaws).RequireDate("on") is { } day && piece.Properties.Count > 1)
            {
                all.Add(new Expectation(day, piece));
            }
        }

        return all;
    }
}
