using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>
/// What the core may not touch (clock, chance, files, threads) fails its build: a small project under
/// the same properties and the same list is built, and every line of it must be refused.
/// </summary>
[Category("Slow")]
public class BansTests
{
    private static readonly string[] Bad =
    [
        "object now = System.DateTime.Now;",
        "object utc = System.DateTime.UtcNow;",
        "object today = System.DateTime.Today;",
        "object instant = System.DateTimeOffset.UtcNow;",
        "object clock = System.TimeProvider.System;",
        "object watch = System.Diagnostics.Stopwatch.GetTimestamp();",
        "object id = System.Guid.NewGuid();",
        "object chance = new System.Random(1);",
        "object text = System.IO.File.ReadAllText(\"law.md\");",
        "object folder = System.IO.Directory.Exists(\"rules\");",
        "object machine = System.Environment.MachineName;",
        "object output = System.Console.Out;",
        "object later = System.Threading.Tasks.Task.CompletedTask;",
        "object thread = System.Threading.Thread.CurrentThread;",
        "object culture = System.Globalization.CultureInfo.CurrentCulture;",
        "object pattern = new System.Text.RegularExpressions.Regex(\"a\");",
    ];

    private string folder = "";

    [SetUp]
    public void NewFolder() => folder = Directory.CreateTempSubdirectory("bans").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Every_banned_symbol_fails_the_build_and_says_what_to_use_instead()
    {
        var output = Build([.. Bad, "object day = new System.DateOnly(2025, 1, 1);"]);
        var refused = Regex.Matches(output, @"Bad\.cs\((\d+),\d+\): error RS0030: [^\[]*")
            .GroupBy(match => int.Parse(match.Groups[1].Value), match => match.Value)
            .ToDictionary(group => group.Key - 2, group => group.First());
        Assert.That(refused.Keys.Order(), Is.EqualTo(Enumerable.Range(0, Bad.Length)), output);
        Assert.That(refused[0], Does.Contain("The core is told the day"));
    }

    /// <summary>The lines as members of a class, from line 2 on.</summary>
    private string Build(IEnumerable<string> lines)
    {
        var root = RepositoryFiles.Root;
        File.WriteAllLines(Path.Combine(folder, "Bad.cs"), ["class Bad {", .. lines, "}"]);
        File.Copy(RepositoryFiles.Path("src/CreditScoring/BannedSymbols.txt"), Path.Combine(folder, "BannedSymbols.txt"));
        File.WriteAllText(Path.Combine(folder, "Bad.csproj"), $"""
            <Project>
              <PropertyGroup><DirectoryPackagesPropsPath>{root}/Directory.Packages.props</DirectoryPackagesPropsPath></PropertyGroup>
              <Import Project="{root}/Directory.Build.props" />
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", folder, "-nologo", "-p:RestoreLockedMode=false"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return output;
    }
}
