namespace CreditScoring.Service.Tests.Ports;

public abstract partial class RecordContract
{
    [Test]
    public async Task A_record_keeps_its_epoch_until_it_is_said_to_be_restored()
    {
        var first = await Record.EpochAsync();
        Assert.That(first.Original, Is.True);
        Close(Record);
        Record = Open();
        Assert.That(await Record.EpochAsync(), Is.EqualTo(first));

        var renewed = await Record.RenewAsync();
        Assert.That((renewed.Id != first.Id, renewed.Original), Is.EqualTo((true, false)));
        await Record.ProbeAsync();
        Close(Record);
        Record = Open();
        Assert.That(await Record.EpochAsync(), Is.EqualTo(renewed));
    }

    [Test]
    public async Task Work_that_is_under_way_keeps_nobody_from_asking_for_the_epoch()
    {
        var epoch = await Record.EpochAsync();
        await using var work = await Record.BeginAsync(CancellationToken.None);
        Assert.That(await Record.EpochAsync().WaitAsync(TimeSpan.FromSeconds(20)), Is.EqualTo(epoch));
    }
}
