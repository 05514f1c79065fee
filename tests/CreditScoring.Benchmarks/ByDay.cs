using System.Globalization;
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

namespace CreditScoring.Benchmarks;

/// <summary>
/// Events in the order of their days, as authorities send them: after each one its file is assessed anew,
/// read from the beginning or kept at hand. Processor time, octets and pauses of the collector an event; what
/// is kept at hand costs pauses, since the collector copies each object of it.
/// </summary>
internal static class ByDay
{
    private static readonly DateOnly On = new(2026, 1, 1);

    public static void Run(int enterprises, string rules)
    {
        foreach (var both in new[] { false, true })
        {
            var reading = RuleBookReader.Read(
                RuleFolder.Read(rules), both ? new Seconding(new PackageEngine()) : null).Prepared();
            var book = (both ? reading.Seconded() : reading).Book!;
            var events = Events(book, enterprises);
            Measure(both, "warming up", events, Anew(book));
            for (var round = 0; round < 2; round++)
            {
                Measure(both, "anew", events, Anew(book));
                Measure(both, "at hand", events, AtHand(book));
            }
        }
    }

    private static List<RegulatoryEvent> Events(RuleBook book, int enterprises)
    {
        var reader = new EventReader(book.Catalogue);
        return [.. SampleHistory.Lines(new SamplePlan(enterprises, 3, 1, On.AddDays(-1)))
            .SelectMany(line => reader.ReadAny(new SourceText("sample", line))).Select(each => each.Event!)
            .Where(each => each.Subjects.Count > 0).OrderBy(CreditFile.Dated)];
    }

    private static void Measure(
        bool both, string name, List<RegulatoryEvent> events, Action<RegulatoryEvent> take)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var (cpu, octets, paused) = (
            Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
        foreach (var each in events)
        {
            take(each);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        octets = GC.GetTotalAllocatedBytes() - octets;
        paused = GC.GetTotalPauseDuration() - paused;
        held = GC.GetTotalMemory(forceFullCollection: true) - held;
        GC.KeepAlive(take);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(both ? "both engines" : "ours alone"),-12} {name,-10} {cpu.TotalMicroseconds / events.Count,7:F1} us, ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{octets / events.Count,7:N0} octets, {paused.TotalMicroseconds / events.Count,5:F1} us paused an event; {held / 1e6:F0} MB held"));
    }

    private static Action<RegulatoryEvent> Anew(RuleBook book)
    {
        var files = new Dictionary<Subject, CreditFile>();
        return each =>
        {
            var subject = each.Subjects[0].Subject;
            var known = files.TryGetValue(subject, out var file) ? file.Events : [];
            files[subject] = new CreditFile(subject, [.. known, each]);
            Assessor.Assess(files[subject], book, On);
        };
    }

    private static Action<RegulatoryEvent> AtHand(RuleBook book)
    {
        var files = new Dictionary<Subject, OpenFile>();
        return each =>
        {
            var subject = each.Subjects[0].Subject;
            if (files.TryGetValue(subject, out var file))
            {
                file.Add([each]);
            }
            else
            {
                files.Add(subject, file = new OpenFile(new CreditFile(subject, [each]), book));
            }

            Assessor.Assess(file, On);
        };
    }
}
