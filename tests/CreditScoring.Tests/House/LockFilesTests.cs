using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>
/// Another patch of the SDK must restore what is here: a lock that is enforced names no package that
/// comes in the version of the SDK, and no file asks for one SDK alone.
/// </summary>
public class LockFilesTests
{
    /// <summary>Packages that an SDK adds by itself, in a version that follows its own.</summary>
    private static readonly string[] OfTheSdk =
    [
        "Microsoft.AspNetCore.App.", "Microsoft.NETCore.App.", "Microsoft.NET.ILLink.", "Microsoft.DotNet.ILCompiler",
    ];

    [Test]
    public void No_lock_file_names_a_package_in_the_version_of_the_SDK()
    {
        var locks = Directory.GetFiles(RepositoryFiles.Root, "packages.lock.json", SearchOption.AllDirectories);
        Assert.That(locks, Has.Length.GreaterThan(4));
        Assert.That(locks.SelectMany(file => Named(File.ReadAllText(file)).Select(name => $"{file}: {name}")), Is.Empty);
    }

    [Test]
    public void A_lock_that_names_such_a_package_is_seen() => Assert.That(
        Named("""
            {"version":2,"dependencies":{"net10.0":{"NUnit":{"type":"Direct"},
             "Microsoft.AspNetCore.App.Internal.Assets":{"type":"Direct","resolved":"10.0.12"}}}}
            """),
        Is.EqualTo(new[] { "Microsoft.AspNetCore.App.Internal.Assets" }));

    [Test]
    public void Any_later_SDK_of_this_major_version_is_taken()
    {
        var sdk = JObject.Parse(File.ReadAllText(RepositoryFiles.Path("global.json")))["sdk"]!;
        Assert.That((string?)sdk["version"], Is.EqualTo("10.0.100"));
        Assert.That((string?)sdk["rollForward"], Is.EqualTo("latestFeature"));
    }

    private static IEnumerable<string> Named(string text) => ((JObject)JObject.Parse(text)["dependencies"]!)
        .Properties().SelectMany(framework => ((JObject)framework.Value).Properties())
        .Select(package => package.Name)
        .Where(name => OfTheSdk.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
