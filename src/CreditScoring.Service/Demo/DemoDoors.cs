using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Demo;

/// <summary>Commands by which somebody at a terminal asks the demo.</summary>
public sealed record DemoDoors(string Url, Settings Settings)
{
    /// <summary>With a key where one is wanted.</summary>
    public string Ask(string path)
    {
        var folder = Path.GetDirectoryName(Settings.RecordPath);
        var key = Settings.WantsKeys
            ? $" \\\n    -H \"Authorization: Bearer $(cat {folder}/viewer.key)\"" : "";
        return path.Contains('?') ? $"  curl -s '{Url}{path}'{key}" : $"  curl -s {Url}{path}{key}";
    }

    public string SignIn => $"  curl -s -c jar -H 'Content-Type: application/json' {Url}/v1/session \\\n"
        + "    -d '{\"id\":\"viewer\",\"password\":\"...\"}'";
}
