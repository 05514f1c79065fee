using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.RecordHost;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Work;
using Microsoft.Data.Sqlite;

// RecordHost RECORD RULES EVENTS BATCH [MODE]
// Keeps the events of a file in batches and prints the last id of each batch once it is kept. It ends
// with 0 when all is kept, and with 3 when the record said that it cannot be used.
// The modes are defects, so that tests can be seen to find them: "early" prints before it keeps,
// "unsynced" does not force the disk.
// "backtest" does what tests/backtest.sh measures.
if (args is ["backtest", .. var asked])
{
    return await BacktestHost.RunAsync(asked);
}

if (args is not [var path, var rules, var file, var size, .. var mode])
{
    Console.Error.WriteLine("RecordHost RECORD RULES EVENTS BATCH [early | unsynced]");
    return 2;
}

var clock = new Stopped();
var book = Shelf.Open(RuleFolder.Read(rules), new Activation(true), clock.GetUtcNow(), out _)!.Book;
var reader = new EventReader(book.Catalogue);
try
{
    using var record = new SqliteRecord(path);
    if (mode is ["unsynced"])
    {
        record.Unsafe();
    }

    var batchWork = new BatchWork(record);
    foreach (var lines in File.ReadLines(file).Chunk(int.Parse(size)))
    {
        var arrivals = lines.Select(line => new Arrival(reader.Read(new SourceText("host", line))))
            .ToList();
        var last = arrivals[^1].New!.Id.Id;
        if (mode is ["early"])
        {
            Say(last);
        }

        await batchWork.TakeAsync([new Submission(book, arrivals)], book, clock);
        if (mode is not ["early"])
        {
            Say(last);
        }
    }

    return 0;
}
catch (RecordUnavailable down)
{
    Console.Error.WriteLine(down.Message);
    return 3;
}

// One write to the system a line, with nothing held back: what was said was said.
static void Say(string id)
{
    using var output = Console.OpenStandardOutput();
    output.Write(System.Text.Encoding.UTF8.GetBytes($"{id}\n"));
    output.Flush();
}

internal sealed class Stopped : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
}

internal static class Defect
{
    /// <summary>Takes away what makes a commit durable, in a record that is otherwise ours.</summary>
    public static void Unsafe(this SqliteRecord record)
    {
        var connection = (SqliteConnection)typeof(SqliteRecord).GetField(
            "connection", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .GetValue(record)!;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
    }
}
