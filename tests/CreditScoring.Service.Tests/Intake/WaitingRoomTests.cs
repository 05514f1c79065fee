using CreditScoring.Service.Intake;

namespace CreditScoring.Service.Tests.Intake;

[Parallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class WaitingRoomTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    private readonly WaitingRoom room = new(100);

    [Test]
    public async Task Who_comes_first_is_let_in_first()
    {
        using var first = room.Enter();
        await first.HasAsync(90, Hang, default);
        var large = room.Enter().HasAsync(50, Hang, default);
        var small = room.Enter().HasAsync(5, Hang, default);
        Assert.That(small.IsCompleted, Is.False, "a small one does not pass a large one by for ever");
        first.Dispose();
        Assert.That(await large && await small, Is.True);
        Assert.That(room.Taken, Is.EqualTo(55));
    }

    [Test]
    public async Task Who_gives_up_takes_nothing_and_lets_the_next_in()
    {
        using var first = room.Enter();
        await first.HasAsync(90, Hang, default);
        var large = room.Enter().HasAsync(50, TimeSpan.FromMilliseconds(50), default);
        var small = room.Enter().HasAsync(5, Hang, default);
        Assert.That(await large, Is.False);
        Assert.That(await small, Is.True);
        Assert.That(room.Taken, Is.EqualTo(95));
    }

    [Test]
    public async Task Who_is_gone_takes_nothing()
    {
        using var first = room.Enter();
        await first.HasAsync(100, Hang, default);
        using var gone = new CancellationTokenSource();
        var waits = room.Enter().HasAsync(1, Hang, gone.Token);
        await gone.CancelAsync();
        Assert.That(async () => await waits, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(room.Taken, Is.EqualTo(100));
    }

    [Test]
    public async Task What_is_larger_than_all_of_it_is_read_alone()
    {
        using (var large = room.Enter())
        {
            Assert.That(await large.HasAsync(1000, TimeSpan.Zero, default), Is.True);
            Assert.That(await room.Enter().HasAsync(1, TimeSpan.Zero, default), Is.False);
        }

        Assert.That(room.Taken, Is.Zero);
    }

    [Test]
    public async Task Who_has_begun_goes_before_who_has_not()
    {
        using var begun = room.Enter();
        using var other = room.Enter();
        await begun.HasAsync(50, Hang, default);
        await other.HasAsync(50, Hang, default);
        var newcomer = room.Enter().HasAsync(20, Hang, default);
        var more = begun.HasAsync(90, Hang, default);
        other.Dispose();
        Assert.That(await more, Is.True);
        Assert.That(newcomer.IsCompleted, Is.False);
        begun.Dispose();
        Assert.That(await newcomer, Is.True);
    }
}
