using System.Diagnostics;
using CreditScoring.Draws;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws.Proofs;

/// <summary>docs/verify_draw.py, which knows no line of this program, says of every proof what it says.</summary>
[Category("needs_python3")]
public class SecondVerifierTests
{
    private static readonly string Script = RepositoryFiles.Path("docs/verify_draw.py");

    /// <summary>Runs the verifier in one process over many proofs: a line for each, its exit code.</summary>
    private const string Many = """
        import contextlib, io, os, sys
        script = compile(open(sys.argv[1]).read(), "verify_draw", "exec")
        def run(*paths):
            sys.argv = ["verify_draw.py", *paths]
            with contextlib.redirect_stdout(io.StringIO()) as said:
                try: exec(script, {"__name__": "__main__", "__doc__": ""})
                except SystemExit as end: return end.code, said.getvalue()
        folder, kind = sys.argv[2], sys.argv[3]
        if kind == "flip":
            files = [os.path.join(folder, name) for name in ("flipped.json", "population.txt", "inspectors.txt", "commit.json")]
            proof = open(os.path.join(folder, "proof.json"), "rb").read()
            for at in range(-1, len(proof)):
                open(files[0], "wb").write(proof if at < 0 else proof[:at] + bytes([proof[at] ^ 1]) + proof[at + 1:])
                print(at, run(*files)[0])
        else:
            for name in sorted(os.listdir(folder)):
                here = os.path.join(folder, name)
                code, said = run(*(os.path.join(here, each) for each in ("proof.json", "population.txt", "inspectors.txt", "commit.json")))
                print(name, code, *(line[8:] for line in said.splitlines() if line.startswith("FAILED")))
        """;

    private string folder = "";

    [SetUp]
    public void NewFolder() => folder = Directory.CreateTempSubdirectory("draws-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void It_is_shorter_than_150_lines_and_imports_the_standard_library_alone()
    {
        var lines = File.ReadAllLines(Script);
        Assert.That(lines, Has.Length.LessThan(150));
        Assert.That(lines.Where(line => line.StartsWith("import ", StringComparison.Ordinal) || line.StartsWith("from ", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "import bisect, collections, hashlib, hmac, itertools, json, math, re, sys", "from datetime import datetime", "from fractions import Fraction" }));
    }

    [Test]
    public void Every_octet_that_is_changed_is_found()
    {
        Write(folder, ProofTests.Example);
        var said = Python("flip");
        Assert.That(said[0], Is.EqualTo("-1 0"), "as it was written it holds");
        Assert.That(said, Has.Length.GreaterThan(3_000));
        Assert.That(said.Skip(1).Where(line => !line.EndsWith(" 1", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void An_inspector_who_is_listed_twice_is_found()
    {
        var here = Directory.CreateDirectory(Path.Combine(folder, "twice")).FullName;
        Write(here, ProofTests.Twice);
        Assert.That(Python("all").Single().Split(' '), Does.Contain("inspectors"));
    }

    [Test]
    public void Draws_of_all_kinds_are_the_same_to_both()
    {
        for (var number = 0; number < 60; number++)
        {
            Write(Directory.CreateDirectory(Path.Combine(folder, $"{number:000}")).FullName, Drawn(number));
        }

        var said = Python("all");
        Assert.That(said, Is.EqualTo(Enumerable.Range(0, 60).Select(number => $"{number:000} 0")));
    }

    [TestCase("population.txt", "D002\t", "D0021\t", "population")]
    [TestCase("inspectors.txt", "D001", "D003", "inspectors")]
    [TestCase("proof.json", "\"seed\": \"", "\"seed\": \"0", "seed")]
    [TestCase("proof.json", "停业", "搬迁", "form")]
    [TestCase("commit.json", "公示", "某某", "commit")]
    public void One_line_of_a_file_that_changes_is_named(string file, string was, string becomes, string failed)
    {
        var here = Directory.CreateDirectory(Path.Combine(folder, "a")).FullName;
        Write(here, ProofTests.Example);
        var text = File.ReadAllText(Path.Combine(here, file));
        File.WriteAllText(Path.Combine(here, file), text.Replace(was, becomes, StringComparison.Ordinal));
        Assert.That(Python("all").Single(), Does.StartWith("a 1").And.Contain(failed));
    }

    /// <summary>Lists, registers, rules and public values of many kinds, with replacements.</summary>
    private static DrawnFiles Drawn(int number)
    {
        var random = new Random(number);
        var rule = Given.Rule(number % 3 == 0 ? "0.4" : null, ("严重", "0.3"), ("A", "1/7"), ("零", "0")) with
        {
            Rounding = (Rounding)(number % 3), Regions = (Regions)(number % 2), Reserves = Given.Share("0.25"), Each = 2 + (number % 5 == 0 ? 1 : 0),
        };
        var objects = Given.Objects("严重", 10 + random.Next(40)).Concat(Given.Objects("A", random.Next(60))).Select(each => each with
        {
            Region = random.Next(4) switch { 0 => "440100", 1 => "", 2 => "410000", _ => "410102" },
            Needs = random.Next(4) == 0 ? "特种设备,食品" : "", Excluded = random.Next(6) == 0 ? "ended" : "",
        }).ToArray();
        var register = number % 7 == 0 ? null : Given.Register(Enumerable.Range(1, 4 + random.Next(9)).Select(each => string.Join('\t',
            $"检{each}", "", random.Next(3) switch { 0 => "4101", 1 => "41", _ => "" }, random.Next(2) == 0 ? "特种设备,食品" : "食品",
            random.Next(9) == 0 ? "2020-07-01/2020-12-31" : "",
            string.Join(',', objects.Where(_ => random.Next(3) == 0).Select(one => one.Id)))));
        var (source, value) = Public(number);
        var drawn = Given.Draw(rule, objects, register, source, value);
        for (var replaced = 0; replaced < number % 4 && drawn.Proof.Reserves.Count > replaced
            && drawn.Proof.Reserves.Count(each => each.Stratum == "严重") > replaced; replaced++)
        {
            drawn = drawn.Replaced(drawn.Proof.Drawn[replaced].Id);
        }

        return drawn;
    }

    private static (PublicSource Source, PublicValue? Value) Public(int number) => (number % 5) switch
    {
        0 => (PublicSource.None, null),
        1 => (new PublicSource(PublicKind.Lottery, "双色球", null, null, 7, Given.Default1000.At), new PublicValue("1 2 3 4 5 6 16", null, null)),
        2 => (new PublicSource(PublicKind.Index, "某指数收盘", null, null, 2, Given.Default1000.At), new PublicValue("3123.45", null, null)),
        3 => (new PublicSource(PublicKind.Typed, "现场骰子", null, null, null, Given.Default1000.At), new PublicValue("4 1 6 “二”", null, null)),
        _ => (Given.Default1000, Given.Round1000),
    };

    private static void Write(string folder, DrawnFiles files)
    {
        File.WriteAllText(Path.Combine(folder, "proof.json"), files.Proof.Text);
        File.WriteAllText(Path.Combine(folder, "commit.json"), files.Proof.Announced.Text);
        File.WriteAllText(Path.Combine(folder, "population.txt"), files.List);
        File.WriteAllText(Path.Combine(folder, "inspectors.txt"), files.Register ?? "");
    }

    private string[] Python(string kind)
    {
        var driver = Path.GetTempFileName();
        File.WriteAllText(driver, Many);
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-X", "utf8", driver, Script, folder, kind])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var errors = python.StandardError.ReadToEndAsync();
            var said = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.That(python.ExitCode, Is.Zero, errors.Result);
            return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("needs python3 (not installed); tests/run.sh installs it, or leaves out what needs it");
            throw;
        }
        finally
        {
            File.Delete(driver);
        }
    }
}
