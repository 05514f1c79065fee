using System.Diagnostics;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Folder;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake.Folder;

/// <summary>
/// An inbox into which others write as they like: nothing is lost, and nothing else is read.
/// </summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class HostileFolderTests
{
    private TempFolder folder = null!;
    private RunningService service = null!;

    [SetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        service = await RunningService.StartAsync(
            folder, StoppedClock.At("2025-07-31"), "--inbox", folder.In("feed"));
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task What_a_writer_adds_after_the_file_was_taken_in_is_taken_in_too()
    {
        using var writer = new StreamWriter(In("slow.ndjson"));
        await writer.WriteLineAsync(Line("e1"));
        await writer.FlushAsync();
        await Done("slow.ndjson");
        await writer.WriteLineAsync(Line("e2"));
        await writer.FlushAsync();
        await EventsAre(2);
    }

    [Test]
    public async Task A_file_that_takes_the_name_of_the_one_being_read_is_read_before_it_is_moved()
    {
        Lay("day.ndjson", Lines(6000));
        await RunningService.Until(async () => await EventsAsync() > 0);
        Lay("day.ndjson", Line("new"));
        await EventsAre(6001);
    }

    [Test]
    public async Task What_is_added_while_a_file_is_read_is_not_moved_unread()
    {
        Lay("day.ndjson", Lines(6000));
        await RunningService.Until(async () => await EventsAsync() > 0);
        File.AppendAllText(In("day.ndjson"), $"\n{Line("new")}\n");
        await EventsAre(6001);
    }

    [Test]
    public async Task Links_pipes_sockets_folders_and_endless_names_are_left_alone_and_hold_up_nothing()
    {
        File.WriteAllText(folder.In("secret"), "root:secret\n");
        File.CreateSymbolicLink(In("a1.ndjson"), folder.In("secret"));
        File.CreateSymbolicLink(In("a2.ndjson"), folder.In("nowhere"));
        await Process.Start("mkfifo", In("a3.ndjson")).WaitForExitAsync();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var here = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}"[..12]);
        socket.Bind(new UnixDomainSocketEndPoint(here));
        File.Move(here, In("a4.ndjson"));
        Directory.CreateDirectory(In("a5.json"));
        File.WriteAllText(In($"{new string('a', 240)}.ndjson"), "{\"id\": 7\n");
        Lay("z.ndjson", Line("e1"));
        await Done("z.ndjson");
        Lay("y.ndjson", Line("e2"));
        await Done("y.ndjson");
        var items = (await service.GetAsync("/v1/quarantine"))["items"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Is.Empty, "nothing of them was read");
            Assert.That(await EventsAsync(), Is.EqualTo(2));
            Assert.That(Directory.GetFileSystemEntries(folder.In("feed/inbox")), Has.Length.EqualTo(6));
            Assert.That(Directory.GetFileSystemEntries(folder.In("feed/done")), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public async Task What_was_refused_is_written_through_no_link_that_somebody_has_laid()
    {
        File.WriteAllText(folder.In("precious"), "untouched");
        File.CreateSymbolicLink(In("a.ndjson.rejected-draft"), folder.In("precious"));
        File.CreateSymbolicLink(Out("a.ndjson.rejected"), folder.In("precious"));
        Lay("a.ndjson", "{\"id\":7\n");
        await RunningService.Until(() => Task.FromResult(!File.Exists(In("a.ndjson"))));
        Assert.That(File.ReadAllText(folder.In("precious")), Is.EqualTo("untouched"));
    }

    [Test]
    public async Task A_line_without_end_is_refused_by_its_beginning_and_its_neighbours_are_taken()
    {
        var packed = new MemoryStream();
        using (var text = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest)))
        {
            await text.WriteLineAsync(Line("e1"));
            for (var piece = 0; piece < 33; piece++)
            {
                await text.WriteAsync(new string('0', 1 << 20));
            }

            await text.WriteLineAsync();
            await text.WriteLineAsync(Line("e2"));
        }

        Lay("bomb.gz", packed.ToArray());
        await Done("bomb.gz");
        var rejected = await File.ReadAllTextAsync(Out("bomb.gz.rejected"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await EventsAsync(), Is.EqualTo(2));
            Assert.That(rejected, Does.Contain("\"line\":2").And.Contain("text-too-long"));
            Assert.That(rejected, Has.Length.LessThan(10_000));
            Assert.That(
                File.GetUnixFileMode(Out("bomb.gz.rejected")),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), "read by its owner alone");
        }
    }

    [Test]
    public async Task Of_long_lines_few_wait_in_memory_at_once()
    {
        using var turn = new SemaphoreSlim(0);
        using var other = new TempFolder();
        await using var slow = await RunningService.StartAsync(
            other, StoppedClock.At("2025-07-31"),
            RecordInFront.Doing(name => name == "BeginAsync" ? turn.WaitAsync() : Task.CompletedTask),
            "--inbox", other.In("feed"));
        var inbox = slow.Services.GetRequiredService<InboxQueue>();
        var line = $"{{\"id\":\"{new string('0', 3 << 20)}\"}}\n";
        File.WriteAllText(other.In("feed/inbox/long.ndjson"), string.Concat(Enumerable.Repeat(line, 12)));
        await RunningService.Until(() => Task.FromResult(inbox.Events > 0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inbox.Events, Is.LessThanOrEqualTo(2));
            Assert.That(inbox.Text, Is.LessThanOrEqualTo(16 << 20));
        }

        turn.Release(1000);
    }

    [Test]
    public async Task A_file_of_more_than_4_GiB_goes_aside_unread_with_its_reason()
    {
        using (var large = File.Create(folder.In("large")))
        {
            // Without blocks on the disk.
            large.SetLength(PackedFile.Largest + 1);
        }

        File.Move(folder.In("large"), In("large.ndjson"));
        await RunningService.Until(() => Task.FromResult(File.Exists(folder.In("feed/aside/large.ndjson"))));
        Assert.That(File.ReadAllText(folder.In("feed/aside/large.ndjson.rejected")), Does.Contain("4096 MiB"));
        Lay("z.ndjson", Line("e1"));
        await EventsAre(1);
    }

    [Test]
    public void A_packed_file_is_measured_by_what_comes_out_of_it()
    {
        using (var gzip = new GZipStream(File.Create(folder.In("bomb.gz")), CompressionLevel.Fastest))
        {
            gzip.Write(new byte[100_000]);
        }

        using var laid = LaidFile.Open(folder.In("bomb.gz"));
        Assert.That(() => PackedFile.Check(laid, most: 99_999), Throws.InstanceOf<FileTooLarge>());
        Assert.That(() => PackedFile.Check(laid, most: 100_000), Throws.Nothing);
    }

    private static string Line(string id) => Sent.Failed(id, "2025-07-01").ToJsonString();

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count)
        .Select(number => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number % 3000)).ToJsonString()));

    private async Task<long> EventsAsync() =>
        (await service.Services.GetRequiredService<IRecord>().CountsAsync()).Events;

    private Task EventsAre(long count) => RunningService.Until(async () => await EventsAsync() == count);

    private void Lay(string name, string text) => Lay(name, Encoding.UTF8.GetBytes(text));

    private void Lay(string name, byte[] content)
    {
        File.WriteAllBytes($"{In(name)}.part", content);
        File.Move($"{In(name)}.part", In(name), overwrite: true);
    }

    private string In(string name) => folder.In($"feed/inbox/{name}");

    private string Out(string name) => folder.In($"feed/done/{name}");

    private Task Done(string name) => RunningService.Until(() => Task.FromResult(File.Exists(Out(name))));
}
