using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>The best-loved code has a median of 36 to 60 lines a file; none of ours is over 300.</summary>
public class FileLengthTests
{
    private const int Most = 300;

    [TestCase("src", "*.cs")]
    [TestCase("src", "*.razor")]
    [TestCase("tests", "*.cs")]
    public void No_file_is_over_three_hundred_lines(string folder, string kind)
    {
        var files = SourceFiles.Under(RepositoryFiles.Path(folder), kind).ToList();
        Assert.That(files, Has.Count.GreaterThan(20));
        Assert.That(files.Where(IsTooLong).Select(file => SourceFiles.From(RepositoryFiles.Root, file)), Is.Empty);
    }

    [Test]
    public void A_file_of_three_hundred_and_one_lines_is_too_long()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Repeat("//", Most));
            Assert.That(IsTooLong(file), Is.False);
            File.AppendAllLines(file, ["//"]);
            Assert.That(IsTooLong(file), Is.True);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool IsTooLong(string file) => File.ReadLines(file).Count() > Most;
}
