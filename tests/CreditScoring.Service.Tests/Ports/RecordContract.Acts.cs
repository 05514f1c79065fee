using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Ports;

/// <summary>What somebody did is kept with what it did, in order, and chained.</summary>
public abstract partial class RecordContract
{
    [Test]
    public async Task Acts_are_there_in_order_and_found_by_who_what_whom_and_region()
    {
        await Keep(Done("person:a", "file-read", "operator/1") with { Region = "350100" }, Entered(1, "person:b"));
        await Keep(Done("person:a", "file-read", "operator/2") with { Region = "3502" }, Entered(2, "person:c"));
        Close(Record);
        Record = Open();
        Assert.Multiple(async () =>
        {
            Assert.That(await Positions(new ActQuery(0, 9)), Is.EqualTo(new[] { 1, 2, 3, 4 }));
            Assert.That(await Positions(new ActQuery(1, 2)), Is.EqualTo(new[] { 2, 3 }));
            Assert.That(await Positions(new ActQuery(0, 9) { Actor = "person:a" }), Is.EqualTo(new[] { 1, 3 }));
            Assert.That(await Positions(new ActQuery(0, 9) { What = "person-added" }), Is.EqualTo(new[] { 2, 4 }));
            Assert.That(await Positions(new ActQuery(0, 9) { Target = "operator/2" }), Is.EqualTo(new[] { 3 }));
            Assert.That(await Positions(new ActQuery(0, 9) { Region = "3501" }), Is.EqualTo(new[] { 1 }));
            Assert.That(await Positions(new ActQuery(0, 9) { Region = "350200" }), Is.Empty);
            Assert.That((await Record.RegisterAsync(1, 9)).Single(),
                Is.EqualTo(new KeptAct(4, Entered(2, "person:c"), At)));
            Assert.That((await Record.ActsAsync(new ActQuery(2, 1))).Single(), Is.EqualTo(new KeptAct(
                3, Done("person:a", "file-read", "operator/2") with { Region = "3502" }, At)));
            Assert.That((await Proof.OfAsync(Record.ChainAsync(), [])).Found, Is.Empty);
        });
    }

    [Test]
    public async Task Of_two_that_change_the_register_at_once_the_second_finds_it_busy_and_keeps_nothing()
    {
        await Keep(Entered(1, "person:a"));
        Assert.ThrowsAsync<RecordBusy>(() => Keep(Done("person:x", "file-read", "operator/1"), Entered(1, "person:b")));
        await Keep(Entered(2, "person:b"));
        Assert.That((await Record.ActsAsync(new ActQuery(0, 9))).Select(each => (each.Position, each.Act.Target)),
            Is.EqualTo(new[] { (1L, "person:a"), (2L, "person:b") }));
    }

    [Test]
    public async Task A_secret_that_is_replaced_is_blanked_and_the_chain_holds()
    {
        await Keep(Entered(1, "person:a") with { Secret = "old" }, Entered(2, "person:b") with { Secret = "theirs" });
        await Record.KeepAsync(new RecordBatch(At)
        {
            Acts = [Entered(3, "person:a") with { Secret = "new" }], ForgetSecretsOf = ["person:a"],
        });
        Assert.That((await Record.RegisterAsync(0, 9)).Select(each => each.Act.Secret),
            Is.EqualTo(new[] { null, "theirs", "new" }));
        Assert.That((await Proof.OfAsync(Record.ChainAsync(), [])).Found, Is.Empty);
    }

    private static Act Done(string actor, string what, string target) => new(actor, what, target);

    private static Act Entered(long number, string target) =>
        new("command", "person-added", target) { Number = number, Body = $"{{\"name\":\"某某 {number}\"}}" };

    private Task Keep(params Act[] acts) => Record.KeepAsync(new RecordBatch(At) { Acts = acts });

    private async Task<IEnumerable<long>> Positions(ActQuery query) =>
        (await Record.ActsAsync(query)).Select(each => each.Position);
}
