using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Calendars;
using CreditScoring.Planning;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>What came of visits that a draw asks for, and until when it is to be made public (一公开).</summary>
public class VisitResultTests
{
    private static readonly IReadOnlyList<SourceText> Documents = RuleFolder.Read(RepositoryFiles.Path("rules"));

    private static readonly RuleBook Book = RuleBookReader.Read(Documents).Book!;

    private static readonly PlanProfile Profile = PlanProfileReader.Read(
        Documents, Book.Catalogue, new List<Flaw>())["illustrative"];

    private static readonly DateOnly From = new(2025, 9, 22), Until = new(2025, 10, 31);

    [TestCase("2025-10-31", VisitState.Awaited)]
    [TestCase("2025-11-01", VisitState.Late)]
    public void Until_its_last_day_a_visit_is_awaited_and_from_the_next_it_is_late(string today, VisitState state) =>
        Assert.That(Of().StateOn(DateOnly.Parse(today), Until), Is.EqualTo(state));

    [Test]
    public void Without_days_of_visits_none_is_late() =>
        Assert.That(Of().StateOn(new DateOnly(2030, 1, 1), null), Is.EqualTo(VisitState.Awaited));

    /// <summary>The twentieth working day after 22 September 2025: 28 September and 11 October are worked, 1 to 8 October are off.</summary>
    [TestCase("2025-10-24", VisitState.Unpublished)]
    [TestCase("2025-10-25", VisitState.PublicationLate)]
    public void A_result_is_made_public_within_twenty_working_days(string today, VisitState state)
    {
        var result = Of("""{"id":"v","kind":"inspection","occurredOn":"2025-09-22","data":{"result":"failed"}}""");
        Assert.That(result, Is.EqualTo(new VisitResult(From, "failed", null, new DateOnly(2025, 10, 24)) { Title = new Wording("不合格", "failed") }));
        Assert.That(result.StateOn(DateOnly.Parse(today), Until), Is.EqualTo(state));
    }

    [Test]
    public void What_is_public_is_so_and_the_first_visit_counts()
    {
        var result = Of(
            """{"id":"w","kind":"inspection","occurredOn":"2025-10-20","data":{"result":"failed"}}""",
            """{"id":"v","kind":"inspection","occurredOn":"2025-09-23","decidedOn":"2025-09-25","data":{"result":"passed","publishedOn":"2025-12-01"}}""");
        Assert.That((result.VisitedOn, result.Outcome, result.PublishedOn), Is.EqualTo((new DateOnly(2025, 9, 25), "passed", new DateOnly(2025, 12, 1))));
        Assert.That(result.StateOn(new DateOnly(2026, 1, 1), Until), Is.EqualTo(VisitState.Published));
    }

    [TestCase("""{"id":"v","kind":"inspection","occurredOn":"2025-09-21","data":{"result":"passed"}}""", TestName = "The_day_before_is_before_the_draw")]
    [TestCase("""{"id":"v","kind":"inspection","occurredOn":"2025-09-22","data":{"publicityCheck":true}}""", TestName = "A_check_of_publicised_information_is_no_visit")]
    [TestCase("""{"id":"v","kind":"complaint","occurredOn":"2025-09-22","data":{"upheld":true}}""", TestName = "A_complaint_is_no_visit")]
    public void What_is_no_visit_of_the_draw_is_none(string text) => Assert.That(Of(text), Is.EqualTo(VisitResult.None));

    [Test]
    public void A_visit_that_was_annulled_was_not_made() => Assert.That(Of(
        """{"id":"v","kind":"inspection","occurredOn":"2025-09-22","data":{"result":"passed"}}""",
        """{"id":"a","source":"test","kind" :"annulled","occurredOn":"2025-09-30","actsOn":"v"}"""), Is.EqualTo(VisitResult.None));

    [Test]
    public void Where_no_calendar_reaches_no_last_day_is_told_and_nothing_is_late()
    {
        var result = VisitResult.Of(
            Read("""{"id":"v","kind":"inspection","occurredOn":"2025-09-22","data":{}}"""), Profile, From, WorkingDays.Unknown);
        Assert.That((result.PublishBy, result.StateOn(new DateOnly(2030, 1, 1), Until)), Is.EqualTo(((DateOnly?)null, VisitState.Unpublished)));
    }

    [TestCase("\"outcome\": \"result\"", "\"outcome\": \"reslut\"", "value-not-listed")]
    [TestCase("\"published\": \"publishedOn\"", "\"published\": \"result\"", "value-not-listed")]
    [TestCase("\"publishWithin\": 20", "\"publishWithin\": 20.5", "type-mismatch")]
    [TestCase("\"publishWithin\": 20", "\"publishWithin\": -1", "type-mismatch")]
    public void Terms_that_no_visit_has_are_a_flaw(string sound, string broken, string flaw)
    {
        var text = Documents.First(each => each.File == "plans/illustrative.json").Text;
        Assert.That(text, Does.Contain(sound));
        var flaws = new List<Flaw>();
        PlanProfileReader.Read(
            [.. Documents.Where(each => each.File != "plans/illustrative.json"), new SourceText("plans/x.json", text.Replace(sound, broken, StringComparison.Ordinal))],
            Book.Catalogue, flaws);
        Assert.That(flaws.Select(each => each.Name), Is.EqualTo(new[] { flaw }));
    }

    private static VisitResult Of(params string[] events) => VisitResult.Of(Read(events), Profile, From, Book.WorkingDays);

    private static List<RegulatoryEvent> Read(params string[] events) => [.. events.Select(text => new EventReader(Book.Catalogue).Read(new SourceText(
        "events", text.Replace("\"kind\":", "\"source\":\"test\",\"subject\":{\"kind\":\"operator\",\"id\":\"91350100M000100Y43\"},\"kind\":", StringComparison.Ordinal))).Event!)];
}
