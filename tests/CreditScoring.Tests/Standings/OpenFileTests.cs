using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Ledger;
using CreditScoring.Standings;
using CreditScoring.Workbench.Invented;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>A file kept open answers what a file read from the beginning answers.</summary>
public sealed class OpenFileTests
{
    private const int Enterprises = 1000;

    private static readonly DateOnly Until = new(2025, 12, 31);

    private static readonly RuleBook Book =
        RuleBookReader.Read(RuleFolder.Read(RuleFolder.BesideTheBinaries)).Book!;

    [Test]
    public void Events_in_any_order_and_in_batches_come_to_what_the_whole_file_comes_to()
    {
        var compared = 0;
        foreach (var file in Files())
        {
            var shuffle = new Random(file.Events.Count);
            var arriving = file.Events.OrderBy(_ => shuffle.Next()).ToArray();
            var open = new OpenFile(file with { Events = [] }, Book);
            for (var at = 0; at < arriving.Length;)
            {
                var batch = arriving[at..Math.Min(arriving.Length, at + 1 + shuffle.Next(3))];
                at += batch.Length;
                open.Add(batch);
                var on = Until.AddDays(-shuffle.Next(1200));
                Same(open.Judge(on), new CreditFile(file.Subject, arriving[..at]), on);
                compared++;
            }
        }

        Assert.That(compared, Is.GreaterThan(Enterprises));
    }

    [Test]
    public void Events_in_the_order_of_their_days_come_to_what_the_whole_file_comes_to()
    {
        foreach (var file in Files().Where(file => file.Events.Count > 6))
        {
            var arriving = file.Events.OrderBy(CreditFile.Dated).ToArray();
            var open = new OpenFile(file with { Events = [] }, Book);
            for (var at = 0; at < arriving.Length; at++)
            {
                open.Add(arriving[at..(at + 1)]);
                var on = CreditFile.Dated(arriving[at]);
                Same(open.Judge(on), new CreditFile(file.Subject, arriving[..(at + 1)]), on);
            }
        }
    }

    private static IReadOnlyList<CreditFile> Files()
    {
        var reader = new EventReader(Book.Catalogue);
        var events = SampleHistory.Lines(new SamplePlan(Enterprises, 3, 11, Until))
            .Select(line => reader.Read(new SourceText("sample", line)).Event!);
        return Filing.Of(events, out _);
    }

    private static void Same(IReadOnlyList<Judgement> open, CreditFile file, DateOnly on)
    {
        var whole = Assessor.Assess(file, Book, on).Judgements;
        Assert.That(open, Has.Count.EqualTo(whole.Count));
        foreach (var (one, other) in open.Zip(whole))
        {
            var what = $"{file.Subject} in {one.Standing.Regime} on {on:yyyy-MM-dd}";
            Assert.That(Shown(one), Is.EqualTo(Shown(other)), what);
            Assert.That(one.Bookings is null, Is.EqualTo(other.Bookings is null), what);
            Assert.That(one.Bookings ?? [], Is.EquivalentTo(other.Bookings ?? []), what);
        }
    }

    private static string Shown(Judgement judgement) =>
        JsonText.Of(json => StandingJson.Write(json, judgement.Standing));
}
