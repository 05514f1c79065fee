using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings;
using CreditScoring.Workbench.Invented;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// What a further event of a file at hand costs, counted and not timed: all packs that ship, both engines, in
/// the order of days. Measured when written: 45,000 octets; 103,000 when each event had its file walked anew in
/// each regime and the second engine asked again.
/// </summary>
public class EventCostTests
{
    private const int Octets = 60_000;

    [Test]
    public void A_further_event_allocates_no_more_than_its_budget()
    {
        var on = new DateOnly(2026, 1, 1);
        var book = RuleBookReader.Read(
            RuleFolder.Read(RuleFolder.BesideTheBinaries), new Seconding(new PackageEngine())).Prepared().Seconded().Book!;
        var reader = new EventReader(book.Catalogue);
        var events = SampleHistory.Lines(new SamplePlan(600, 3, 5, on.AddDays(-1)))
            .SelectMany(line => reader.ReadAny(new SourceText("sample", line))).Select(each => each.Event!)
            .Where(each => each.Subjects.Count > 0).OrderBy(CreditFile.Dated).ToList();
        Assert.That(AllocatedBy(events, book, on) / events.Count, Is.LessThan(Octets));
    }

    private static long AllocatedBy(List<RegulatoryEvent> events, RuleBook book, DateOnly on)
    {
        var files = events.Select(each => each.Subjects[0].Subject).Distinct()
            .ToDictionary(subject => subject, subject => new OpenFile(new CreditFile(subject, []), book));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var each in events)
        {
            var file = files[each.Subjects[0].Subject];
            file.Add([each]);
            Assessor.Assess(file, on);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
