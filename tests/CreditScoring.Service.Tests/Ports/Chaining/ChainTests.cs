using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Ports.Chaining;

/// <summary>Nothing that was kept can be changed without the chain telling it.</summary>
public class ChainTests
{
    private TempFolder folder = null!;

    private string Path => folder.In("credit.db");

    [SetUp]
    public async Task Keep()
    {
        folder = new TempFolder();
        TestRules.WriteTo(folder);
        var clock = StoppedClock.At("2025-07-31");
        await using var service = await RunningService.StartAsync(folder, clock);
        await service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await service.SendAsync(Sent.Failed("e2", "2025-07-02", Sent.Factory));
        await service.PostAsync("{\"id\": 7}", "application/json");
        clock.Turn(clock.GetUtcNow().AddDays(1));
        await service.SendAsync(Sent.Failed("e3", "2025-07-03"));
        await service.DisposeAsync();
        using var record = new SqliteRecord(Path);
        await record.KeepAsync(new RecordBatch(clock.GetUtcNow())
        {
            Acts = [new Act("person:a", "file-read", "operator/1") { Region = "350100" }],
        });
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task What_was_kept_holds_and_so_does_its_root()
    {
        var root = await Root();
        var (links, found) = await Prove((root.Number, root.Hash));
        Assert.That(found, Is.Empty);
        Assert.That(links, Is.EqualTo(root.Number).And.GreaterThanOrEqualTo(4));
    }

    [TestCase("UPDATE events SET hash = replace(hash, substr(hash, 1, 1), 'f') || '' WHERE id = 'e2'")]
    [TestCase("UPDATE events SET recorded_at = recorded_at - 1 WHERE id = 'e1'")]
    [TestCase("DELETE FROM events WHERE id = 'e1'")]
    [TestCase("UPDATE ledger SET points = '7'")]
    [TestCase("UPDATE ledger SET cause = 'other'")]
    [TestCase("DELETE FROM ledger WHERE number = 2")]
    [TestCase("DELETE FROM filings WHERE id = 'e2'")]
    [TestCase("UPDATE history SET tier = 'A'")]
    [TestCase("UPDATE recommendations SET body = body || ' '")]
    [TestCase("DELETE FROM quarantine")]
    [TestCase("UPDATE quarantine SET reason = 'other'")]
    [TestCase("UPDATE activations SET engines = 'off'")]
    [TestCase("UPDATE activations SET engines = NULL")]
    [TestCase("UPDATE acts SET actor = 'other'")]
    [TestCase("UPDATE acts SET region = NULL")]
    [TestCase("UPDATE acts SET number = 7")]
    [TestCase("DELETE FROM acts")]
    [TestCase("UPDATE chain SET at = at + 1 WHERE number = 2")]
    [TestCase("UPDATE chain SET content = hash WHERE number = 1")]
    [TestCase("DELETE FROM chain WHERE number = 1")]
    [TestCase("DELETE FROM chain WHERE number = (SELECT max(number) FROM chain)")]
    [TestCase("UPDATE chain SET algorithm = 'none' WHERE number = 1")]
    [TestCase("INSERT INTO filings SELECT kind, subject || '1', source, id, recorded_at, batch FROM filings WHERE id = 'e1'")]
    [TestCase("UPDATE filings SET batch = batch + 1 WHERE id = 'e1'")]
    public async Task A_change_behind_its_back_is_told(string sql)
    {
        Change(sql);
        Assert.That((await Prove()).Found, Is.Not.Empty);
    }

    [Test]
    public async Task A_chain_made_anew_does_not_have_the_root_that_is_kept_elsewhere()
    {
        var root = await Root();
        Change("UPDATE ledger SET points = '1' WHERE number = 1");
        MakeAnew();
        Assert.That((await Prove()).Found, Is.Empty, "by itself it cannot be told");
        Assert.That((await Prove((root.Number, root.Hash))).Found, Is.Not.Empty);
    }

    [Test]
    public async Task A_chain_that_was_cut_is_shorter_than_the_root_says()
    {
        var root = await Root();
        Assert.That((await Prove((root.Number + 1, root.Hash))).Found.Single().What, Does.Contain("ends at"));
    }

    [Test]
    public async Task Quarantine_forgets_its_texts_and_the_chain_holds()
    {
        using (var record = new SqliteRecord(Path))
        {
            Assert.That(await record.ForgetAsync(StoppedClock.At("2025-07-31").GetUtcNow()), Is.Zero, "too young");
            Assert.That(await record.ForgetAsync(StoppedClock.At("2025-08-05").GetUtcNow()), Is.EqualTo(1));
            var item = (await record.QuarantineAsync(0, 9)).Single();
            Assert.That((item.Turned.Text, item.Turned.Flaws), Is.EqualTo(("", "[]")));
        }

        Assert.That((await Prove()).Found, Is.Empty);
    }

    private async Task<Link> Root()
    {
        using var record = new SqliteRecord(Path);
        return (await record.RootAsync())!;
    }

    private async Task<(long Links, IReadOnlyList<ChainFault> Found)> Prove(params (long, string)[] roots)
    {
        using var record = new SqliteRecord(Path);
        return await Proof.OfAsync(record.ChainAsync(), roots);
    }

    /// <summary>What somebody would do who can write the record and knows how it is made.</summary>
    private void MakeAnew()
    {
        var links = new List<(Link Link, string? Content)>();
        using (var record = new SqliteRecord(Path))
        {
            links.AddRange(record.ChainAsync().ToBlockingEnumerable());
        }

        var previous = Link.Nothing;
        foreach (var (link, content) in links)
        {
            var anew = Link.After(link.Number, previous, link.Batch, link.At, content ?? link.Content);
            Change($"UPDATE chain SET content = '{anew.Content}', hash = '{anew.Hash}' WHERE number = {link.Number}");
            previous = anew.Hash;
        }
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(command.ExecuteNonQuery(), Is.Positive, "planted");
    }
}
