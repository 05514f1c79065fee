using System.CommandLine;
using CreditScoring.Cli.Words;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Words;

/// <summary>A wrong call says what is wrong and what was meant; nothing of the program's insides is shown.</summary>
public class MisuseTests
{
    [TestCase("lnit", "there is no command lnit; did you mean lint?")]
    [TestCase("explian x", "there is no command explian; did you mean explain?")]
    [TestCase("quarantine lst", "there is no command lst; did you mean list?")]
    [TestCase("frobnicate", "there is no command frobnicate\n")]
    [TestCase("lint --jsno", "there is no option --jsno; did you mean --json?")]
    [TestCase("packs rules --lagn zh", "there is no option --lagn; did you mean --lang?")]
    [TestCase("diff a b c", "'c' is one too many")]
    [TestCase("diff a", "<new> is missing: The folder of the new version")]
    [TestCase("assess --on 2025-01-01", "the option --events is missing: Events as NDJSON")]
    [TestCase("assess --events", "--events needs a value behind it")]
    [TestCase("watch --times soon", "--times is a whole number, not 'soon'")]
    [TestCase("lint --lang fr", "--lang is zh or en, not 'fr'")]
    [TestCase("assess --events e --on 31.12.2025", "--on is a day such as 2025-07-31, not '31.12.2025'")]
    [TestCase("sample --enterprises 5 --years 99", "--years is a number from 1 to 50")]
    [TestCase("quarantine", "name a command: list, show, replay")]
    public void It_is_told(string call, string said)
    {
        var (exit, text) = Said.By(call.Split(' '));
        Assert.That(exit, Is.EqualTo(2), text);
        Assert.That(text, Does.Contain(said));
    }

    [Test]
    public void Whatever_a_verb_throws_a_user_reads_one_sentence()
    {
        var verb = new Command("lint");
        verb.SetAction(_ => Throw(new InvalidCastException("Unable to cast object of type 'X' to type 'Y'.")));
        var (exit, text) = Said.By(new RootCommand { verb }, "lint", "--lang", "en");
        var (_, chinese) = Said.By(new RootCommand { verb }, "lint", "--lang", "zh");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(3));
            Assert.That(text, Does.StartWith("credit itself has failed").And.Contain("InvalidCastException in CreditScoring."));
            Assert.That(text, Does.Not.Contain("Unable to cast").And.Not.Contain("   at "));
            Assert.That(text.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(chinese, Does.StartWith("credit 自身出错"));
        });
    }

    [Test]
    public void So_also_from_several_threads_and_from_a_task()
    {
        var verb = new Command("lint");
        verb.SetAction(async (_, stop) =>
        {
            await Task.Yield();
            return Enumerable.Range(0, 4).AsParallel().Select(_ => Throw(new FormatException("x"))).Sum();
        });
        var (exit, text) = Said.By(new RootCommand { verb }, "lint", "--lang", "en");
        Assert.That(exit, Is.EqualTo(3));
        Assert.That(text, Does.StartWith("credit itself has failed").And.Not.Contain("   at "));
    }

    [Test]
    public void Ctrl_C_is_no_failure()
    {
        var verb = new Command("lint");
        verb.SetAction(_ => Throw(new OperationCanceledException()));
        Assert.That(Said.By(new RootCommand { verb }, "lint", "--lang", "en"), Is.EqualTo((130, "stopped\n")));
    }

    private static IEnumerable<TestCaseData> FileFaults()
    {
        yield return new(new FileNotFoundException("Could not find file '/x/a.json'.", "/x/a.json"), "没有文件 /x/a.json");
        yield return new(new DirectoryNotFoundException("Could not find a part of the path '/x/y/a.json'."), "没有文件夹 /x/y/a.json");
        yield return new(new UnauthorizedAccessException("Access to the path '/x/a.json' is denied."), "没有读写 /x/a.json 的权限");
        yield return new(new UnauthorizedAccessException("Access to the path '/tmp' is denied."), "/tmp 是文件夹，不是文件");
        yield return new(new IOException("No space left on device : '/x/a'", 28), "磁盘已满：/x/a");
        yield return new(new IOException("Read-only file system : '/x/a'", 30), "/x/a 所在的磁盘是只读的");
        yield return new(new InvalidDataException("The archive entry was compressed using an unsupported compression method."), "文件以 .gz 结尾");
    }

    [TestCaseSource(nameof(FileFaults))]
    public void What_the_system_says_of_a_file_is_said_in_the_users_language(Exception fault, string said) =>
        Assert.That(FileFault.Of(fault).Zh, Does.StartWith(said));

    private static int Throw(Exception fault) => throw fault;
}
