using CreditScoring.Service.Demo;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Demo;

public class DemoClockTests
{
    [TestCase("2026-11-30", "2026-06-30")]
    [TestCase("2026-03-01", "2025-10-31")]
    [TestCase("2024-12-31", "2024-07-31")]
    public void It_begins_at_the_end_of_a_month_months_ago_at_the_same_hour(string today, string first)
    {
        var real = StoppedClock.At(today);
        var clock = DemoFeed.ClockFor(real);
        Assert.That($"{clock.Today():yyyy-MM-dd}", Is.EqualTo(first));
        Assert.That(clock.GetUtcNow().TimeOfDay, Is.EqualTo(real.GetUtcNow().TimeOfDay));
    }

    [Test]
    public void Turned_to_today_it_is_the_clock_of_everybody()
    {
        var real = StoppedClock.At("2026-11-30");
        var clock = DemoFeed.ClockFor(real);
        clock.Turn(clock.RealToday);
        Assert.That(clock.GetUtcNow(), Is.EqualTo(real.GetUtcNow()));
        real.Turn("2026-12-01");
        Assert.That(clock.GetUtcNow(), Is.EqualTo(real.GetUtcNow()), "and goes on with it");
    }
}
