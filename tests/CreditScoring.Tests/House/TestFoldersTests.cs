using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>A test stands where what it tests stands: its folder is a room of the house that it looks at.</summary>
public class TestFoldersTests
{
    /// <summary>What looks at no single room: the house as a whole, and what tests are given.</summary>
    private static readonly string[] Apart = ["House", "Given", "Histories", "LifeStories"];

    /// <summary>In front of the folders: what all tests of a project stand on.</summary>
    private static readonly string[] InFront =
        ["RepositoryFiles.cs", "ServiceTest.cs", "RedisTest.cs", "TrustedFolder.cs", "WholeRun.cs"];

    [TestCase("CreditScoring.Tests", "CreditScoring", 150)]
    [TestCase("CreditScoring.Service.Tests", "CreditScoring.Service", 150)]
    public void Every_test_stands_in_the_room_of_what_it_tests(string tests, string house, int least)
    {
        var folder = RepositoryFiles.Path($"tests/{tests}");
        var files = SourceFiles.Under(folder).Select(file => SourceFiles.From(folder, file)).ToArray();
        Assert.That(files, Has.Length.GreaterThan(least));
        Assert.That(files.Where(file => !Stands(file, house)), Is.Empty);
    }

    [TestCase("Sqlite/SqliteLogTests.cs", true)]
    [TestCase("Redis/Incoming/LossTests.cs", true)]
    [TestCase("Cli/ServerVerbTests.cs", true)]
    [TestCase("Cli/Words/ChineseTests.cs", true)]
    [TestCase("Given/Codes.cs", true)]
    [TestCase("WholeRun.cs", true)]
    [TestCase("Records/SqliteLogTests.cs", false, Reason = "the room has another name")]
    [TestCase("Redis/LossTests.cs", false, Reason = "only rooms inside of it have code")]
    [TestCase("Cli/Inbox/ServerVerbTests.cs", false)]
    [TestCase("StopTests.cs", false, Reason = "in front of the rooms")]
    public void A_test_in_no_room_is_seen(string file, bool stands) =>
        Assert.That(Stands(file, "CreditScoring.Service"), Is.EqualTo(stands));

    private static bool Stands(string file, string house)
    {
        var folder = file.Contains('/') ? file[..file.LastIndexOf('/')] : "";
        var first = folder.Split('/')[0];
        return folder == "" ? InFront.Contains(file)
            : Apart.Contains(first) || HasCode(first == "Cli" ? $"CreditScoring.{folder}" : $"{house}/{folder}");
    }

    private static bool HasCode(string room) => RepositoryFiles.Path($"src/{room}") is var path
        && Directory.Exists(path) && Directory.EnumerateFiles(path, "*.cs").Any();
}
