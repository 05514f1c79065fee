using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>A correction is proposed at one worker and confirmed at another, on one PostgreSQL.</summary>
[Category(Tool.Postgres)]
public class CorrectionWorkerTests() : CorrectionTest(On.Postgres)
{
    private RunningService other = null!;

    [SetUp]
    public async Task A_second_worker() => other = await AnotherAsync(Persons.Cheaply);

    [TearDown]
    public async Task Stop_it()
    {
        if (other is not null)
        {
            await other.DisposeAsync();
        }
    }

    [Test]
    public async Task What_one_worker_was_told_another_person_confirms_at_the_other()
    {
        var page = await ProposeAsync(Zhang, Form());
        using var wang = await AtOtherAsync("wang");
        using var zhang = await AtOtherAsync("zhang");
        Assert.That((await GetAsync(wang, page)).Page, Does.Contain("复议撤销").And.Contain("等级变化"));
        Assert.That((await PostAsync(zhang, $"{page}/confirm")).Status, Is.EqualTo(409), "nor one's own at the other worker");
        Assert.That((await PostAsync(wang, $"{page}/confirm")).Status, Is.EqualTo(302));
        Assert.That((await TierAsync(), await EventsAsync()), Is.EqualTo(("A", 2)));
        Assert.That((await GetAsync(Zhang, page)).Page, Does.Contain("已确认生效").And.Contain("person:wang"));
    }

    [Test]
    public async Task Two_who_confirm_at_once_at_two_workers_make_one_event()
    {
        await Service.PersonAsync("liu", [Role.Corrector]);
        using var liu = await AtOtherAsync("liu");
        for (var round = 1; round <= 3; round++)
        {
            var page = await ProposeAsync(Zhang, Form("amended", ("f.fine", $"{round}")));
            var before = await EventsAsync();
            var told = await Task.WhenAll(PostAsync(Wang, $"{page}/confirm"), PostAsync(liu, $"{page}/confirm"));
            Assert.That(told.Select(each => each.Status), Has.Some.EqualTo(302).And.All.AnyOf(302, 409), $"round {round}");
            Assert.That(await EventsAsync(), Is.EqualTo(before + 1), $"round {round}");
            Assert.That((await ActsAsync(page)).Count(each => each.What == "correction-confirmed"), Is.EqualTo(1), $"round {round}");
        }
    }

    [Test]
    public async Task Of_a_refusal_and_a_confirmation_at_once_one_holds_and_the_file_is_as_that_says()
    {
        await Service.PersonAsync("liu", [Role.Corrector]);
        using var liu = await AtOtherAsync("liu");
        var page = await ProposeAsync(Zhang, Form());
        await Task.WhenAll(PostAsync(Wang, $"{page}/confirm"), PostAsync(liu, $"{page}/refuse", ("reason", "未附决定书")));
        var ends = (await ActsAsync(page)).Select(each => each.What).Where(each => each != "correction-proposed").ToList();
        Assert.That(ends, Has.Count.EqualTo(1));
        Assert.That(await EventsAsync(), Is.EqualTo(ends[0] == "correction-confirmed" ? 2 : 1));
    }

    /// <summary>Signed in at the other worker, once it has heard of who was registered at the first.</summary>
    private async Task<Browser> AtOtherAsync(string id)
    {
        await other.KnowsWhatAsync(Service);
        return await Browser.SignedInAsync(other, id);
    }
}
