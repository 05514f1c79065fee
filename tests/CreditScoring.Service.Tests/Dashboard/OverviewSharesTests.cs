using CreditScoring.Service.Dashboard;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Readers of the first page share one count: nobody is shown another's, nor one that is over.</summary>
public class OverviewSharesTests : ServiceTest
{
    [Test]
    public async Task A_standing_that_has_changed_is_counted_at_once()
    {
        for (var i = 1; i <= 3; i++)
        {
            await Service.SendAsync(Sent.Failed($"e{i}", "2025-07-01", Codes.Of(i)));
            Assert.That(await PageAsync("/"), Does.Match($"本制度中的主体</dt>\\s*<dd><b class=\"num\">{i}</b>"), $"{i}");
        }
    }

    [Test]
    public async Task Each_region_has_its_own_count()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01", Codes.Of(1, "350102")));
        await Service.SendAsync(Sent.Failed("e2", "2025-07-01", Codes.Of(2, "441900")));
        Assert.That(await PageAsync("/"), Does.Match("本制度中的主体</dt>\\s*<dd><b class=\"num\">2</b>"));
        Assert.That(await PageAsync("/?region=35"), Does.Match("本制度中的主体</dt>\\s*<dd><b class=\"num\">1</b>"));
        Assert.That(await PageAsync("/?region=3502"), Does.Match("本制度中的主体</dt>\\s*<dd><b class=\"num\">0</b>"));
    }

    [Test]
    public async Task One_count_of_a_page_goes_on_at_a_time_and_who_comes_meanwhile_shares_the_next()
    {
        var shares = new OverviewShares(Service.Services.GetRequiredService<IRecordQuestions>(), TimeProvider.System);
        var gates = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var (begun, models) = (0, new[] { Model(), Model() });
        var first = Ask();
        await RunningService.Until(() => Task.FromResult(begun == 1));
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01", Codes.Of(1)));
        var later = Enumerable.Range(0, 10).Select(_ => Ask()).ToArray();
        await Task.Delay(100);
        Assert.That(begun, Is.EqualTo(1), "a standing has changed, and the count goes on");
        gates[0].SetResult();
        Assert.That(await first, Is.SameAs(models[0]));
        await RunningService.Until(() => Task.FromResult(begun == 2));
        gates[1].SetResult();
        Assert.That(await Task.WhenAll(later), Is.All.SameAs(models[1]), "not that which had begun before they came");
        Assert.That(begun, Is.EqualTo(2));

        Task<OverviewModel> Ask() => shares.OfAsync(default, async () =>
        {
            var turn = Interlocked.Increment(ref begun) - 1;
            await gates[turn].Task;
            return models[turn];
        });
    }

    [Test]
    public async Task A_count_that_failed_is_nobody_elses()
    {
        var shares = new OverviewShares(Service.Services.GetRequiredService<IRecordQuestions>(), TimeProvider.System);
        var gate = new TaskCompletionSource();
        var first = shares.OfAsync(default, async () =>
        {
            await gate.Task;
            throw new RecordUnavailable("away");
        });
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01", Codes.Of(1)));
        var model = Model();
        var second = shares.OfAsync(default, () => Task.FromResult(model));
        gate.SetResult();
        Assert.That(async () => await first, Throws.InstanceOf<RecordUnavailable>());
        Assert.That(await second, Is.SameAs(model));
    }

    private static OverviewModel Model() =>
        (OverviewModel)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(OverviewModel));

    private Task<string> PageAsync(string path) => Service.Http.GetStringAsync(path);
}
