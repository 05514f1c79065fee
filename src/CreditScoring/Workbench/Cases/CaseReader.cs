using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Workbench.Cases;

/// <summary>A file of cases -> the cases, noting every flaw.</summary>
public static class CaseReader
{
    public static IReadOnlyList<Case> Read(
        SourceText source, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return [];
        }

        var file = new ObjectReader(piece, flaws);
        file.Require("cases");
        var given = SharedStart.Read(file.Any(SharedStart.Name), flaws);
        // What is wrong with what all cases begin with is wrong once.
        var found = new List<Flaw>();
        var cases = file.List("cases").Select(each => One(each, given, catalogue, found)).OfType<Case>()
            .ToArray();
        foreach (var flaw in found.DistinctBy(flaw => (flaw.Name, flaw.Place)))
        {
            flaws.Add(flaw);
        }

        file.Close();
        return cases;
    }

    private static Case? One(
        JsonPiece piece, SharedStart given, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        reader.Any(RuleReader.Remark);
        var name = reader.RequireText("name");
        var citation = reader.Text("citation");
        var subject = SubjectOf(
            given.Subject is null ? reader.Require("subject") : reader.Any("subject") ?? given.Subject,
            catalogue, flaws);
        var events = Events([.. given.Events, .. reader.List("events")], subject, catalogue, flaws);
        var expectations = Expectations(reader, flaws, out var asserts);
        reader.Close();
        if (!asserts)
        {
            flaws.Add(Nothing(piece));
        }

        return name is null || subject is null ? null : new Case(name, piece.Place, subject.Value)
        {
            Citation = citation,
            Events = events,
            Expectations = expectations,
        };
    }

    private static Flaw Nothing(JsonPiece piece) => new(
        "case-asserts-nothing", piece.Place,
        new Wording("此处没有断言", "nothing is asserted here"),
        new Wording("写 on 与 expect，或 expectEach", "write on and expect, or expectEach"));

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

        flaws.Add(catalogue.SubjectKind(kind) is null
            ? EventFlaws.UnknownSubjectKind(
                piece["kind"]!.Place, kind, catalogue.SubjectKinds.Select(known => (known.Name, known.Label)))
            : EventFlaws.WrongSubject(piece["id"]!.Place, wrong!.Value));
        return null;
    }

    private static List<RegulatoryEvent> Events(
        IReadOnlyList<JsonPiece> pieces, Subject? subject, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        var reader = new EventReader(catalogue, new CaseTerms(subject));
        var events = new Dictionary<EventId, RegulatoryEvent>();
        foreach (var reading in pieces.Select(reader.Read))
        {
            // A case without a usable subject has been told so: its events need not say it again.
            foreach (var flaw in reading.Flaws.Where(
                flaw => subject is not null || flaw.Name != "subject-missing"))
            {
                flaws.Add(flaw);
            }

            if (reading.Event is { } read && !events.TryAdd(read.Id, read))
            {
                flaws.Add(new Flaw(
                    "name-twice", reading.Place,
                    new Wording(
                        $"事件编号 \"{read.Id}\" 重复", $"two events of the case have the id \"{read.Id}\""),
                    new Wording("给每个事件不同的编号", "give each event its own id")));
            }
        }

        return [.. events.Values];
    }

    private static List<Expectation> Expectations(
        ObjectReader reader, ICollection<Flaw> flaws, out bool asserts)
    {
        var all = new List<Expectation>();
        asserts = false;
        var expected = reader.Any("expect");
        if (expected is { Kind: not JsonKind.Object })
        {
            flaws.Add(ObjectReader.WrongType(expected, "an object", "对象"));
        }

        var on = expected is null ? reader.Date("on") : reader.RequireDate("on");
        if (expected is { Properties.Count: > 0 })
        {
            asserts = true;
            Add(all, on, expected, flaws);
        }

        foreach (var piece in reader.List("expectEach"))
        {
            var day = new ObjectReader(piece, flaws).RequireDate("on");
            if (piece.Properties.Count > 1)
            {
                asserts = true;
                Add(all, day, piece, flaws);
            }
            else
            {
                flaws.Add(Nothing(piece));
            }
        }

        if (asserts && expected is { Kind: JsonKind.Object, Properties.Count: 0 })
        {
            flaws.Add(Nothing(expected));
        }

        return all;
    }

    private static void Add(List<Expectation> all, DateOnly? day, JsonPiece expected, ICollection<Flaw> flaws)
    {
        foreach (var flaw in StandingNames.Check(expected))
        {
            flaws.Add(flaw);
        }

        if (day is not null)
        {
            all.Add(new Expectation(day.Value, expected));
        }
    }
}
