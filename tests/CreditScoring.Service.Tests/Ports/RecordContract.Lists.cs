using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Ports;

public abstract partial class RecordContract
{
    private static readonly ListFilter Any = new();

    [Test]
    public async Task A_listing_follows_its_standing_and_leaves_with_it()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [Named(Shop, "甲厂", "A", 0), Named(Factory, null, "D", 2)] });
        Assert.That(await Names(new ListFilter { Name = "甲" }), Is.EqualTo(new[] { "甲厂" }));
        await Record.KeepAsync(new RecordBatch(At) { Files = [Named(Shop, "乙厂", "C", 1) with { Left = ["other"] }] });
        Assert.That(await Names(new ListFilter { Name = "甲" }), Is.Empty);
        Assert.That(await Names(new ListFilter { WorseSince = Day }), Is.EqualTo(new[] { "乙厂" }));
        var gone = Named(Shop, "乙厂", "C", 1) with { Left = [TestRules.Regime] };
        await Record.KeepAsync(new RecordBatch(At) { Files = [gone with { File = gone.File with { Standings = [] } }] });
        Assert.That(await Names(Any), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public async Task A_file_keeps_its_profile_and_window_and_tells_that_lists_know_it()
    {
        var file = Named(Shop, "甲厂", "A", 0);
        var window = new VisitWindow(Day, Day.AddDays(9), "test/points", "must", 0.5m);
        var profile = new SubjectProfile("甲厂", ["旧名", "更旧"], "C13");
        await Record.KeepAsync(new RecordBatch(At) { Files = [file with { File = file.File with { Profile = profile, Window = window } }] });
        var kept = (await Record.FileAsync(Shop))!;
        Assert.That((kept.Profile, kept.Window, kept.Listed), Is.EqualTo((profile, window, true)));
        Assert.That((await Record.LookAsync(work => work.OpenAsync([Shop])))[0].Kept!.Profile, Is.EqualTo(profile));
        Assert.That((await Record.WindowsAsync(new WindowQuery(9))).Single().Window, Is.EqualTo(window));
        Assert.That(await Record.WindowsAsync(new WindowQuery(9) { DueBefore = window.Due }), Is.Empty, "on that day it is not yet over");
    }

    [Test]
    public async Task Points_and_ties_are_ordered_the_same_on_every_page_and_what_has_none_is_before()
    {
        decimal?[] points = [0.1m, 12, 6.5m, null, 6.5m, -1, 12.25m, 12.0m];
        var files = points.Select((each, at) => Pointed(Codes.Of(at), each)).ToList();
        await Record.KeepAsync(new RecordBatch(At) { Files = files });
        foreach (var descending in new[] { false, true })
        {
            var whole = await Record.ListAsync(new ListQuery(Any, 99) { Order = ListOrder.Points, Descending = descending });
            var paged = new List<ListedRow>();
            for (ListPlace? after = null; ;)
            {
                var page = await Record.ListAsync(new ListQuery(Any, 1) { Order = ListOrder.Points, Descending = descending, After = after });
                if (page.Count == 0)
                {
                    break;
                }

                paged.AddRange(page);
                after = page[0].Place;
            }

            Assert.That(paged.Select(each => each.Place), Is.EqualTo(whole.Select(each => each.Place)));
            var ordered = whole.Select(each => each.Standing.Points ?? -99);
            Assert.That(ordered, descending ? Is.Ordered.Descending : Is.Ordered);
        }

        Assert.That(await Record.ListAsync(new ListQuery(new ListFilter { PointsTo = 0 }, 9)), Has.Count.EqualTo(1), "none is not few");
        Assert.That(await Record.ListAsync(new ListQuery(new ListFilter { PointsFrom = 0.1m, PointsTo = 0.1m }, 9)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_an_answer_to_every_question_over_all_subjects()
    {
        Assert.That(await Record.ListAsync(new ListQuery(Any, 9)), Is.Empty);
        Assert.That(await Record.CountStandingsAsync(Any, new CountBy(true, 4)), Is.Empty);
        Assert.That(await Record.CountTurnsAsync(Any, new CountBy(true, 6), Day), Is.Empty);
        Assert.That(await Record.MovedAsync(new ListFilter { Regime = "x" }, Day, Day), Is.Empty);
        Assert.That(await Record.TurnsAsync(new TurnQuery(Day, 9)), Is.Empty);
        Assert.That(await Record.PostedSinceAsync([(Shop, "x")], Day), Is.Empty);
        Assert.That(await Record.DutiesAsync(new DutyQuery(9)), Is.Empty);
        Assert.That(await Record.WindowsAsync(new WindowQuery(9)), Is.Empty);
        Assert.That(await Record.TurnedAsync(Day), Is.False);
    }

    private static AssessedFile Named(Subject subject, string? name, string tier, int rank)
    {
        var file = File(subject, tier);
        return file with
        {
            File = file.File with { Profile = new SubjectProfile(name, [], null) },
            Listings = [new Listing(TestRules.Regime, rank, null)],
        };
    }

    private static AssessedFile Pointed(string code, decimal? points)
    {
        var file = File(new Subject("operator", code));
        return file with { File = file.File with { Standings = [file.File.Standings[0] with { Points = points }] } };
    }

    protected static AssessedFile Changed(Subject subject) => File(subject) with
    {
        Changes = [new StandingChange(TestRules.Regime, Day, "2020-01-01", "A", 6.5m, "bureau/e1")],
    };

    private async Task<string?[]> Names(ListFilter filter) =>
        [.. (await Record.ListAsync(new ListQuery(filter, 9))).Select(each => each.Profile.Name)];

    [Test]
    public async Task Pages_of_one_regime_and_kind_have_everybody_once_and_begin_also_behind_a_place_of_another()
    {
        string[] ids = ["b", "a", "Z", "_", "中", "1"];
        var files = ids.Select(id => File(new Subject("operator", id))).ToList();
        await Record.KeepAsync(new RecordBatch(At) { Files = files }, [.. ids.Select(id => Event(id))]);
        var regime = files[0].File.Standings[0].Regime;
        var query = new StandingQuery(2) { Regime = regime, Kind = "operator" };
        var found = new List<string>();
        for (var page = await Record.StandingsAsync(query); page.Count > 0;
            page = await Record.StandingsAsync(query with { After = page[^1].Key }))
        {
            found.AddRange(page.Select(each => each.Subject.Id));
        }

        Assert.That(found, Is.EqualTo(ids.Order(StringComparer.Ordinal)));
        foreach (var (place, count) in new[]
        {
            (new StandingKey("", new Subject("operator", "中")), 2), (new StandingKey(regime, new Subject("a", "中")), 2),
            (new StandingKey($"{regime}z", new Subject("operator", "")), 0), (new StandingKey(regime, new Subject("z", "")), 0),
        })
        {
            Assert.That(await Record.StandingsAsync(query with { After = place }), Has.Count.EqualTo(count), $"{place}");
        }
    }
}
