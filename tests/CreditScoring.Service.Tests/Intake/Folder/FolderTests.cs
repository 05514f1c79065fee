using System.IO.Compression;
using System.Text;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake.Folder;

public class FolderTests
{
    private TempFolder folder = null!;
    private RunningService service = null!;

    [SetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        await Again();
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task A_file_is_taken_in_and_moved_and_what_was_refused_lies_beside_it()
    {
        Lay("day.ndjson", $"{Sent.Failed("e1", "2025-07-01").ToJsonString()}\n\n{{\"id\": 7\n"
            + $"{Sent.Failed("e2", "2025-07-02").ToJsonString()}\n");
        await Done("day.ndjson");
        Assert.That(await service.TierAsync(), Is.EqualTo("D"));
        var rejected = File.ReadAllText(Out("day.ndjson.rejected"));
        Assert.That(rejected, Does.Contain("\"line\":3").And.Contain("json-broken"));
        Assert.That(Directory.GetFiles(folder.In("feed/inbox")), Is.Empty);
    }

    [Test]
    public async Task A_list_and_a_packed_file_are_read_too_and_nothing_done_is_replaced()
    {
        Lay("a.json", $"[{Sent.Failed("e1", "2025-07-01").ToJsonString()}]");
        await Done("a.json");
        Lay("a.json", $"[{Sent.Failed("e1", "2025-07-01").ToJsonString()}]");
        Lay("b.ndjson.gz", Packed(Sent.Failed("e2", "2025-07-02").ToJsonString()));
        await Done("a.json.1");
        await Done("b.ndjson.gz");
        Assert.That((decimal)(await service.StandingAsync())["points"]!, Is.EqualTo(12), "each counted once");
        Assert.That(Directory.GetFiles(folder.In("feed/done"), "*.rejected"), Is.Empty);
    }

    [Test]
    public async Task CloudEvents_stand_in_a_file_beside_others()
    {
        Lay("day.ndjson", $"{Sent.Cloud("e1").ToJsonString()}\n{Sent.Failed("e1", "2025-07-01").ToJsonString()}\n"
            + $"{Sent.Failed("e2", "2025-07-02").ToJsonString()}\n");
        await Done("day.ndjson");
        Assert.That((decimal)(await service.StandingAsync())["points"]!, Is.EqualTo(12), "the second is a duplicate of the first");
    }

    [Test]
    public async Task A_file_that_is_still_being_written_waits()
    {
        var event1 = Sent.Failed("e1", "2025-07-01").ToJsonString();
        var path = folder.In("feed/inbox/slow.ndjson");
        for (var part = 0; part < 8; part++)
        {
            File.AppendAllText(path, event1[(part * event1.Length / 8)..((part + 1) * event1.Length / 8)]);
            await Task.Delay(400);
            Assert.That(File.Exists(path), Is.True, "not taken in early");
        }

        await Done("slow.ndjson");
        Assert.That(await service.TierAsync(), Is.EqualTo("C"));
        Assert.That(File.Exists(Out("slow.ndjson.rejected")), Is.False);
    }

    [Test]
    public async Task A_packed_file_that_is_cut_off_stays_with_its_reason_and_is_read_once_it_is_whole()
    {
        var packed = Packed(string.Join('\n', Enumerable.Range(0, 500)
            .Select(number => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number)).ToJsonString())));
        Lay("cut.gz", packed[..(packed.Length / 2)]);
        await RunningService.Until(() => Task.FromResult(File.Exists(folder.In("feed/inbox/cut.gz.rejected"))));
        Assert.That(File.Exists(folder.In("feed/inbox/cut.gz")), Is.True);
        Lay("cut.gz", packed);
        await Done("cut.gz");
        Assert.That(await service.TierAsync(Codes.Of(499)), Is.EqualTo("C"));
    }

    [Test]
    public async Task After_a_stop_in_the_middle_the_file_is_read_again_and_counts_once()
    {
        Lay("big.ndjson", string.Join('\n', Enumerable.Range(0, 6000)
            .Select(number => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number % 3000)).ToJsonString())));
        await RunningService.Until(async () => await EventsAsync() > 0);
        await service.DisposeAsync();
        await Again();
        await Done("big.ndjson");
        Assert.That((decimal)(await service.StandingAsync(Codes.Of(7)))["points"]!, Is.EqualTo(12));
        Assert.That(await EventsAsync(), Is.EqualTo(6000));
    }

    private async Task<long> EventsAsync() =>
        (await service.Services.GetRequiredService<IRecord>().CountsAsync()).Events;

    private async Task Again() => service = await RunningService.StartAsync(
        folder, StoppedClock.At("2025-07-31"), "--inbox", folder.In("feed"));

    private void Lay(string name, string text) => Lay(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Written under another name and renamed, as a careful sender does.</summary>
    private void Lay(string name, byte[] content)
    {
        var path = folder.In($"feed/inbox/{name}");
        File.WriteAllBytes($"{path}.part", content);
        File.Move($"{path}.part", path, overwrite: true);
    }

    private string Out(string name) => folder.In($"feed/done/{name}");

    private Task Done(string name) => RunningService.Until(() => Task.FromResult(File.Exists(Out(name))));

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
