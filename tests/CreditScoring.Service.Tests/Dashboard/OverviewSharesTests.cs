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

    private Task<string> PageAsync(string path) => Service.Http.GetStringAsync(path);
}
