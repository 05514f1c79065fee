namespace CreditScoring.Service.Tests.Given;

/// <summary>Files of src/CreditScoring.Service/deploy, found from the tests' output upwards.</summary>
public static class Deployed
{
    public static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CreditScoring.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("CreditScoring.sln");
        }

        return System.IO.Path.Combine(folder.FullName, "src/CreditScoring.Service/deploy", name);
    }
}
