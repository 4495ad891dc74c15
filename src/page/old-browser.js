/* Runs only where a browser knows no modules (Internet Explorer, Excel 2016): says so instead of staying blank. */
document.getElementById('root').style.display = 'none';
document.getElementById('too-old').style.display = 'block';
