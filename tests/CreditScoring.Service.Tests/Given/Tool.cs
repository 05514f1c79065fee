namespace CreditScoring.Service.Tests.Given;

/// <summary>A program that a test needs and that may not be installed.</summary>
public static class Tool
{
    /// <summary>
    /// Skips the test by the tool's name; a build server installs them all, so there it fails.
    /// </summary>
    public static void IsMissing(string tool)
    {
        var why = $"needs {tool} (not installed)";
        Assert.That(Environment.GetEnvironmentVariable("CI"), Is.Not.EqualTo("true"), why);
        Assert.Ignore(why);
    }
}
