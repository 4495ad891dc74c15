# TLS on Windows is a matter of the machine, not of a site: run this once as administrator on the server
# of deploy/web.config, then restart it. TLS 1.2 and, from Windows Server 2022, TLS 1.3 stay; older
# versions go.
$versions = [ordered]@{ 'SSL 3.0' = 0; 'TLS 1.0' = 0; 'TLS 1.1' = 0; 'TLS 1.2' = 1; 'TLS 1.3' = 1 }
foreach ($version in $versions.Keys) {
    $key = "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$version\Server"
    if ($version -eq 'TLS 1.3' -and [Environment]::OSVersion.Version.Build -lt 20348) { continue }
    New-Item -Path $key -Force | Out-Null
    New-ItemProperty -Path $key -Name 'Enabled' -Value $versions[$version] -PropertyType DWord -Force | Out-Null
    New-ItemProperty -Path $key -Name 'DisabledByDefault' -Value (1 - $versions[$version]) -PropertyType DWord -Force | Out-Null
}
Write-Output 'TLS 1.2, TLS 1.3: on. SSL 3.0, TLS 1.0, TLS 1.1: off. Restart the server.'
